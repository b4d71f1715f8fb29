// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/document/json_reader.h"

#include "importers/document/builder.h"

#include <algorithm>
#include <cstring>
#include <rapidjson/reader.h>

namespace bartizan::document {

namespace {

namespace rj = rapidjson;

constexpr unsigned parseFlags =
    rj::kParseIterativeFlag | rj::kParseNumbersAsStringsFlag | rj::kParseValidateEncodingFlag | rj::kParseStopWhenDoneFlag;

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

// RapidJSON's input: the file's bytes, where the end reads as '\0' (a real NUL byte is then an error at its offset).
class ByteStream {
public:
    using Ch = char;

    ByteStream(std::string_view bytes, std::size_t start) : m_bytes(bytes), m_at(start) {}

    Ch Peek() const { return m_at < m_bytes.size() ? m_bytes[m_at] : '\0'; }
    Ch Take() { return m_at < m_bytes.size() ? m_bytes[m_at++] : '\0'; }
    std::size_t Tell() const { return m_at; }
    Ch* PutBegin() { return nullptr; }
    void Put(Ch) {}
    void Flush() {}
    std::size_t PutEnd(Ch*) { return 0; }

    void skipWhitespace()
    {
        while (m_at < m_bytes.size() && std::strchr(" \t\r\n", m_bytes[m_at]) && m_bytes[m_at] != '\0')
            ++m_at;
    }
    bool atEnd() const { return m_at >= m_bytes.size(); }
    void seek(std::size_t at) { m_at = at; }

private:
    std::string_view m_bytes;
    std::size_t m_at;
};

// Where a string that ends at `end` (after its closing quote) starts, and whether it holds no escapes.
struct StringPlace {
    std::size_t begin = 0;
    bool plain = false;
};

StringPlace placeOf(std::string_view bytes, std::size_t end, std::size_t unescapedLength)
{
    if (end >= unescapedLength + 2) {
        const std::size_t open = end - unescapedLength - 2;
        if (bytes[open] == '"' && !std::memchr(bytes.data() + open, '\\', unescapedLength + 1))
            return {open, true};
    }
    std::size_t at = end - 1; // the closing quote; the opening one is the first before it without a backslash
    while (at > 0) {
        at = bytes.rfind('"', at - 1);
        if (at == std::string_view::npos)
            return {0, false};
        std::size_t backslashes = 0;
        while (backslashes < at && bytes[at - 1 - backslashes] == '\\')
            ++backslashes;
        if (backslashes % 2 == 0)
            break;
    }
    return {at, false};
}

class Handler {
public:
    Handler(const ByteStream& stream, std::string_view bytes, Builder& builder)
        : m_stream(stream), m_bytes(bytes), m_builder(builder)
    {
    }

    bool Null() { return word(NodeKind::null, 4); }
    bool Bool(bool value) { return word(NodeKind::boolean, value ? 4 : 5); }
    bool Int(int) { return false; } // numbers come as RawNumber
    bool Uint(unsigned) { return false; }
    bool Int64(std::int64_t) { return false; }
    bool Uint64(std::uint64_t) { return false; }
    bool Double(double) { return false; }

    bool RawNumber(const char* text, rj::SizeType length, bool)
    {
        const std::string_view number(text, length);
        return word(number.find_first_of(".eE") == std::string_view::npos ? NodeKind::integer : NodeKind::real, length);
    }

    bool String(const char* text, rj::SizeType length, bool)
    {
        const std::size_t end = m_stream.Tell();
        const StringPlace place = placeOf(m_bytes, end, length);
        Builder::Scalar scalar;
        scalar.kind = NodeKind::string;
        scalar.quoted = true;
        scalar.text = std::string_view(text, length);
        scalar.textAt = place.plain ? place.begin + 1 : Builder::Scalar::notInFile;
        scalar.begin = place.begin;
        scalar.end = end;
        return m_builder.scalar(scalar);
    }

    bool Key(const char* text, rj::SizeType length, bool)
    {
        const std::size_t end = m_stream.Tell();
        const StringPlace place = placeOf(m_bytes, end, length);
        if (place.plain)
            m_builder.key(m_bytes.substr(place.begin + 1, length), true, place.begin, end);
        else
            m_builder.key(std::string_view(text, length), false, place.begin, end);
        return true;
    }

    // RapidJSON's iterative parser calls these before it takes the bracket.
    bool StartObject() { return m_builder.open(NodeKind::mapping, m_stream.Tell()); }
    bool StartArray() { return m_builder.open(NodeKind::sequence, m_stream.Tell()); }
    bool EndObject(rj::SizeType) { return close(); }
    bool EndArray(rj::SizeType) { return close(); }

private:
    bool word(NodeKind kind, std::size_t length)
    {
        const std::size_t end = m_stream.Tell();
        Builder::Scalar scalar;
        scalar.kind = kind;
        scalar.text = m_bytes.substr(end - length, length);
        scalar.textAt = scalar.begin = end - length;
        scalar.end = end;
        return m_builder.scalar(scalar);
    }
    bool close()
    {
        m_builder.close(m_stream.Tell() + 1);
        return true;
    }

    const ByteStream& m_stream;
    std::string_view m_bytes;
    Builder& m_builder;
};

const char* explain(rj::ParseErrorCode code)
{
    switch (code) {
    case rj::kParseErrorObjectMissName:
        return "expected a key in quotes, or the end of the object";
    case rj::kParseErrorObjectMissColon:
        return "expected a colon after the key";
    case rj::kParseErrorObjectMissCommaOrCurlyBracket:
        return "expected a comma or the end of the object";
    case rj::kParseErrorArrayMissCommaOrSquareBracket:
        return "expected a comma or the end of the array";
    case rj::kParseErrorStringUnicodeEscapeInvalidHex:
        return "expected four hexadecimal digits after \\u";
    case rj::kParseErrorStringUnicodeSurrogateInvalid:
        return "expected a pair of \\u escapes for one character, found half of it";
    case rj::kParseErrorStringEscapeInvalid:
        return "found an escape that JSON does not have";
    case rj::kParseErrorStringMissQuotationMark:
        return "expected the closing quote of a text";
    case rj::kParseErrorStringInvalidEncoding:
        return "expected UTF-8 and printable characters in a text, found other bytes";
    case rj::kParseErrorNumberTooBig:
    case rj::kParseErrorNumberMissFraction:
    case rj::kParseErrorNumberMissExponent:
        return "expected a number as JSON writes it";
    default:
        return "expected a JSON value";
    }
}

std::string syntaxMessage(rj::ParseErrorCode code, bool atEnd)
{
    std::string message = explain(code);
    if (atEnd)
        message += ", found the end of the file: it seems to be cut off";
    return message + "; this document was not read";
}

// Where to go on after an error. Records of JSON Lines may have log messages between them, and `kubectl cluster-info
// dump` prints logs between pretty-printed lists: both go on at the next line that starts the way the others did.
std::size_t nextRecord(const FileText& file, const std::vector<Document>& read, std::size_t start, std::size_t error)
{
    const std::string_view bytes = file.bytes();
    const bool pretty = std::any_of(read.begin(), read.end(),
                                    [](const Document& document) { return document.firstLine() != document.lastLine(); });
    if (!pretty && file.lineAt(start) != file.lineAt(error))
        return std::string_view::npos; // one long document with an error inside
    if (read.empty() && bytes[start] != '{')
        return std::string_view::npos;
    for (std::size_t at = bytes.find("\n{", error); at != std::string_view::npos; at = bytes.find("\n{", at + 1)) {
        const std::size_t after = bytes.find_first_not_of('\r', at + 2);
        if (!pretty || (after != std::string_view::npos && bytes[after] == '\n'))
            return at + 1;
    }
    return std::string_view::npos;
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
    ByteStream stream(bytes, bytes.substr(0, 3) == byteOrderMark ? 3 : 0);
    Handler handler(stream, bytes, builder);
    rj::GenericReader<rj::UTF8<>, rj::UTF8<>> reader;
    for (std::uint32_t number = 1;; ++number) {
        stream.skipWhitespace();
        if (stream.atEnd())
            break;
        const std::size_t start = stream.Tell();
        if (result.documents.size() >= limits.documents) {
            problems.add(ProblemSeverity::error, "limit-documents",
                         "this file holds more documents than are read from one file; split it", problems.at(start, number));
            break;
        }
        builder.start(number);
        const rj::ParseResult parsed = reader.Parse<parseFlags>(stream, handler);
        if (!parsed.IsError()) {
            result.documents.push_back(builder.finish(start, stream.Tell()));
            continue;
        }
        const std::size_t offset = parsed.Offset();
        if (parsed.Code() != rj::kParseErrorTermination) { // otherwise the builder said why
            problems.add(ProblemSeverity::error, "json-syntax", syntaxMessage(parsed.Code(), offset >= bytes.size()),
                         problems.at(offset, number));
        }
        const std::size_t next =
            builder.exhausted() ? std::string_view::npos : nextRecord(*file, result.documents, start, offset);
        if (next == std::string_view::npos)
            break;
        stream.seek(next);
    }
    if (!result.documents.empty())
        result.format = Format::json;
    result.problems = problems.take();
    return result;
}

} // namespace bartizan::document
