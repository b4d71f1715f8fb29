// SPDX-License-Identifier: GPL-3.0-or-later
// One YAML text of ours, read strictly. Used by load_catalogue.cpp only. Every function throws TableError when the text
// is not what it asks for; loadCatalogue() catches it. Never reads a second document (yaml-cpp's LoadAll does not end on
// some inputs).
#pragma once

#include <initializer_list>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace YAML {
class Node;
}

namespace bartizan::importers {

struct TableError {
    std::string id, message; // with file and line
};

class TableReader {
public:
    TableReader(std::string file, const std::string& text);
    ~TableReader();
    TableReader(const TableReader&) = delete;
    TableReader& operator=(const TableReader&) = delete;

    const YAML::Node& root() const { return *m_root; }

    // A mapping whose keys are all among `allowed`, each at most once.
    void expectKeys(const YAML::Node& node, const std::string& what, std::initializer_list<const char*> allowed) const;
    std::vector<YAML::Node> rows(const YAML::Node& node, const char* key) const;              // a list; none when absent
    std::map<std::string, YAML::Node> entries(const YAML::Node& node, const char* key) const; // a mapping; none when absent

    std::string text(const YAML::Node& node, const char* key) const;     // must be there and not empty
    std::string optional(const YAML::Node& node, const char* key) const; // "" when absent
    std::string scalar(const YAML::Node& node, const std::string& what) const;
    std::vector<std::string> texts(const YAML::Node& node, const char* key) const; // a list of scalars; none when absent
    std::vector<std::string> textsOf(const YAML::Node& list, const std::string& what) const;
    int number(const YAML::Node& node, const std::string& what, int least, int most) const;
    bool flag(const YAML::Node& node, const char* key) const; // false when absent

    [[noreturn]] void fail(const YAML::Node& at, const std::string& message) const;

private:
    std::string m_file;
    std::unique_ptr<YAML::Node> m_root;
};

} // namespace bartizan::importers
