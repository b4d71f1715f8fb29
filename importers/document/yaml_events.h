// SPDX-License-Identifier: GPL-3.0-or-later
// libyaml's events of one stretch of a file -> Builder. Used by yaml_reader.cpp only, which cuts the file into stretches.
#pragma once

#include "importers/document/builder.h"
#include "importers/document/yaml_text.h"

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

struct yaml_event_s;
struct yaml_parser_s;

namespace bartizan::document {

// What all stretches of a file share.
struct YamlFile {
    std::shared_ptr<const FileText> text;
    const Limits& limits;
    ProblemSink& problems;
    Builder& builder;
    std::vector<Document>& documents;
    std::uint32_t number = 0; // of the document being read
    bool ascii = false;       // the whole file
    bool template_ = false;   // template actions were met where YAML expects a value
};

// Why reading a stretch ended before its end.
struct YamlStop {
    bool stopped = false;
    bool final = false;          // a limit of the whole file: read no further
    std::size_t offset = 0;      // in the file: reading goes on at the first document after it
    std::size_t documentAt = 0;  // in the file: where the document that was given up starts
    std::string syntax;          // libyaml's complaint; empty when the Problem was reported already
    std::uint32_t openSince = 0; // the line where what it was reading begins; 0: where it stopped
};

class YamlEvents {
public:
    YamlEvents(YamlFile& file, std::size_t begin, std::size_t end);

    YamlStop read();

private:
    struct Open { // a collection that is being read
        bool mapping = false;
        bool expectKey = false;
        bool flow = false;
        std::string anchor;
        std::uint32_t anchorSerial = 0;
    };
    struct Anchor {
        Builder::Value value;
        std::uint32_t serial = 0;
        bool open = false;
    };

    std::size_t give(unsigned char* buffer, std::size_t room);
    bool event(const yaml_event_s& event); // false: give the document up
    bool scalar(const yaml_event_s& event);
    bool alias(const yaml_event_s& event);
    bool open(const yaml_event_s& event, bool mapping);
    void close(const yaml_event_s& event);
    void endDocument();
    bool complexKey(std::size_t at);
    bool discardEvent(const yaml_event_s& event);
    void valueDone(const std::string& anchor, std::uint32_t serial);
    Builder::Scalar scalarOf(const yaml_event_s& event);
    bool expectsKey() const { return !m_open.empty() && m_open.back().mapping && m_open.back().expectKey; }
    bool refuse(std::string id, std::string message, std::size_t at);
    std::size_t beginOf(const yaml_event_s& event);
    std::size_t endOf(const yaml_event_s& event);
    YamlStop stopAt(const yaml_parser_s& parser);

    YamlFile& m_file;
    std::size_t m_base; // the stretch in the file
    std::string_view m_text;
    CharacterCursor m_cursor;
    std::vector<Open> m_open;
    std::unordered_map<std::string, Anchor> m_anchors;
    std::uint32_t m_serial = 0;
    std::size_t m_given = 0; // to libyaml
    std::size_t m_portion = 256;
    std::size_t m_documentAt = 0; // in the file
    std::size_t m_previousEnd;    // in the file: where the last document ended, for comments between documents
    std::size_t m_refusedAt = 0;
    std::size_t m_discardDepth = 0;
    std::size_t m_discardNodes = 0;
    bool m_inDocument = false;
    bool m_emptyDocument = true;
    bool m_explicitStart = false;
};

} // namespace bartizan::document
