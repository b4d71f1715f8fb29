// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/document/json_reader.h"

#include "importers/document/json_parser.h"

namespace bartizan::document {

namespace {

using JsonError = JsonParser::Error;
constexpr std::size_t npos = std::string_view::npos;

const char* explain(JsonError error)
{
    switch (error) {
    case JsonError::key:
        return "expected a key in quotes";
    case JsonError::colon:
        return "expected a colon after the key";
    case JsonError::commaOrBrace:
        return "expected a comma or the end of the object";
    case JsonError::commaOrBracket:
        return "expected a comma or the end of the array";
    case JsonError::openString:
        return "expected the closing quote of a text";
    case JsonError::stringByte:
        return "expected UTF-8 without control characters in a text, found other bytes";
    case JsonError::escape:
        return "found an escape that JSON does not have";
    case JsonError::surrogate:
        return "expected a pair of \\u escapes for one character, found half of it";
    case JsonError::number:
        return "expected a number as JSON writes it";
    default:
        return "expected a JSON value";
    }
}

std::string syntaxMessage(JsonError error, bool atEnd)
{
    std::string message = explain(error);
    if (atEnd)
        message += ", found the end of the file: it seems to be cut off";
    return message + "; this document was not read";
}

// Where to go on after an error. Records of JSON Lines may have log messages between them, and `kubectl cluster-info
// dump` prints logs between pretty-printed lists: both go on at the next line that starts the way the others did.
std::size_t nextRecord(const FileText& file, bool pretty, bool anyRead, std::size_t start, std::size_t error)
{
    const std::string_view bytes = file.bytes();
    if (!pretty && file.lineAt(start) != file.lineAt(error))
        return npos; // one long document with an error inside
    if (!anyRead && bytes[start] != '{')
        return npos;
    for (std::size_t at = bytes.find("\n{", error); at != npos; at = bytes.find("\n{", at + 1)) {
        const std::size_t after = bytes.find_first_not_of('\r', at + 2);
        if (!pretty || (after != npos && bytes[after] == '\n'))
            return at + 1;
    }
    return npos;
}

} // namespace

ReadResult readJson(std::shared_ptr<const FileText> file, const Limits& limits)
{
    ReadResult result;
    const std::string_view bytes = file->bytes();
    ProblemSink problems(*file, limits.problemsPerFile);
    if (bytes.size() > limits.fileBytes) {
        problems.add(ProblemSeverity::error, "limit-file", "this file is larger than is read; split it", problems.whole());
        result.problems = problems.take();
        return result;
    }
    Builder builder(file, limits, problems, true);
    JsonParser parser(bytes, builder);
    parser.seek(bytes.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0);
    bool pretty = false; // a document of several lines was read
    for (std::uint32_t number = 1;; ++number) {
        parser.skipWhitespace();
        if (parser.atEnd())
            break;
        const std::size_t start = parser.offset();
        if (result.documents.size() >= limits.documents) {
            problems.add(ProblemSeverity::error, "limit-documents",
                         "this file holds more documents than are read from one file; split it", problems.at(start, number));
            break;
        }
        builder.start(number);
        const JsonError error = parser.parseValue();
        if (error == JsonError::none) {
            result.documents.push_back(builder.finish(start, parser.offset()));
            pretty = pretty || result.documents.back().firstLine() != result.documents.back().lastLine();
            continue;
        }
        const std::size_t at = parser.offset();
        if (error != JsonError::refused) // otherwise the builder said why
            problems.add(ProblemSeverity::error, "json-syntax", syntaxMessage(error, parser.atEnd()), problems.at(at, number));
        const std::size_t next = builder.exhausted() ? npos : nextRecord(*file, pretty, !result.documents.empty(), start, at);
        if (next == npos)
            break;
        parser.seek(next);
    }
    if (!result.documents.empty())
        result.format = Format::json;
    result.problems = problems.take();
    return result;
}

} // namespace bartizan::document
