// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of one file (or archive member) with the name shown to people, its id and a line index. Shared by every
// Document read from it and kept alive by them. Immutable, so safe from any thread.
// Lines are what editors count: they end at '\n' (or "\r\n"); lines and columns are 1-based, columns count code points.
// Offsets are bytes from the start of the file, below 4 GiB (see Limits::fileBytes).
#pragma once

#include "model/ids.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace bartizan::document {

class FileText {
public:
    // Stopped while it is indexed, it is an empty file.
    FileText(std::string path, std::string bytes, FileId file = {}, const std::stop_token& stop = {});
    FileText(const FileText&) = delete;
    FileText& operator=(const FileText&) = delete;

    static std::shared_ptr<const FileText> make(std::string path, std::string bytes, FileId file = {},
                                                const std::stop_token& stop = {})
    {
        return std::make_shared<const FileText>(std::move(path), std::move(bytes), file, stop);
    }

    const std::string& path() const { return m_path; } // relative to its source; "archive.tgz!member" in archives
    FileId file() const { return m_file; }
    std::string_view bytes() const { return m_bytes; }

    std::uint32_t lineCount() const { return m_lineCount; } // a last line without a line break counts
    std::uint32_t lineAt(std::size_t offset) const;         // offsets past the end belong to the last line
    std::uint32_t columnAt(std::size_t offset) const;
    std::size_t lineStart(std::uint32_t line) const; // byte offset; past the last line: the size of the file
    std::string_view line(std::uint32_t line) const; // without its line break; "" past the last line

private:
    std::string m_path;
    std::string m_bytes;
    FileId m_file;
    std::uint32_t m_lineCount = 0;
    struct Checkpoint { // within a long line: how many code points of it stand before a byte
        std::size_t offset = 0;
        std::uint32_t points = 0;
    };
    std::vector<Checkpoint> m_checkpoints;     // by offset; none in a file without long lines
    std::vector<std::uint32_t> m_breaksBefore; // line breaks before each block of blockBytes
};

} // namespace bartizan::document
