// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/document/json_reader.h"

#include "importers/document/builder.h"
#include "importers/document/json_stream.h"
#include "importers/document/utf8.h"

#include <algorithm>
#include <rapidjson/reader.h>

namespace bartizan::document {

namespace {

namespace rj = rapidjson;

// In situ: the stream keeps the text of strings itself. The parser recurses, as deep as the builder lets it.
constexpr unsigned parseFlags = rj::kParseInsituFlag | rj::kParseNumbersAsStringsFlag | rj::kParseStopWhenDoneFlag;

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t npos = std::string_view::npos;

bool isControl(unsigned char c)
{
    return c < 0x20 && c != '\n' && c != '\r' && c != '\t';
}

// The first byte that JSON never has: not UTF-8, or a control character that is no white space. npos if there is none. RapidJSON's own check goes byte by byte, and its fast one lets 1A to 1F pass.
std::size_t badByte(std::string_view bytes, const std::stop_token& stop)
{
    constexpr std::size_t block = 64;
    constexpr std::size_t askEvery = std::size_t{1} << 20;
    std::size_t at = 0;
    std::size_t ask = askEvery;
    while (at < bytes.size()) {
        if (at >= ask) {
            if (stop.stop_requested())
                return npos; // what was read is used by nobody then
            ask = at + askEvery;
        }
        const std::size_t end = std::min(at + block, bytes.size());
        if (end - at == block) {
            unsigned found = 0;
            for (std::size_t i = 0; i < block; ++i) { // without branches: compilers make vector instructions of it
                const auto c = static_cast<unsigned char>(bytes[at + i]);
                found |= static_cast<unsigned>(c >= 0x80) | (static_cast<unsigned>(c < 0x20) & static_cast<unsigned>(c != '\n') &
                                                             static_cast<unsigned>(c != '\r') & static_cast<unsigned>(c != '\t'));
            }
            if (found == 0) {
                at = end;
                continue;
            }
        }
        while (at < end) {
            const auto c = static_cast<unsigned char>(bytes[at]);
            const std::size_t length = isControl(c) ? 0 : decodeUtf8(bytes, at).length;
            if (length == 0)
                return at;
            at += length;
        }
    }
    return npos;
}

bool isUtf8(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = decodeUtf8(text, at).length;
        if (length == 0)
            return false;
        at += length;
    }
    return true;
}

class Handler {
public:
    Handler(const JsonStream& stream, Builder& builder) : m_stream(stream), m_builder(builder) {}

    // All but Start... are called after the parser took what they report.
    bool Null() { return word(NodeKind::null, 4); }
    bool Bool(bool value) { return word(NodeKind::boolean, value ? 4 : 5); }
    bool Int(int) { return false; } // numbers come as RawNumber
    bool Uint(unsigned) { return false; }
    bool Int64(std::int64_t) { return false; }
    bool Uint64(std::uint64_t) { return false; }
    bool Double(double) { return false; }

    bool RawNumber(const char*, rj::SizeType length, bool)
    {
        const std::string_view number = m_stream.bytes().substr(m_stream.Tell() - length, length);
        return word(number.find_first_of(".eE") == npos ? NodeKind::integer : NodeKind::real, length);
    }

    bool String(const char*, rj::SizeType, bool)
    {
        Builder::Scalar scalar;
        scalar.kind = NodeKind::string;
        scalar.quoted = true;
        return place(scalar) && m_builder.scalar(scalar);
    }

    bool Key(const char*, rj::SizeType, bool)
    {
        Builder::Scalar scalar;
        if (!place(scalar))
            return false;
        m_builder.key(scalar.text, scalar.textAt != Builder::Scalar::notInFile, scalar.begin, scalar.end);
        return true;
    }

    bool StartObject() { return m_builder.open(NodeKind::mapping, m_stream.Tell() - 1); }
    bool StartArray() { return m_builder.open(NodeKind::sequence, m_stream.Tell() - 1); }
    bool EndObject(rj::SizeType) { return close(); }
    bool EndArray(rj::SizeType) { return close(); }

    std::size_t halfSurrogate() const { return m_halfSurrogate; } // where a text with a lone \uDC00 starts, or npos

private:
    bool word(NodeKind kind, std::size_t length)
    {
        Builder::Scalar scalar;
        scalar.kind = kind;
        scalar.end = m_stream.Tell();
        scalar.textAt = scalar.begin = scalar.end - length;
        scalar.text = m_stream.bytes().substr(scalar.begin, length);
        return m_builder.scalar(scalar);
    }

    bool place(Builder::Scalar& scalar)
    {
        scalar.begin = m_stream.stringBegin() - 1;
        scalar.end = m_stream.Tell();
        scalar.text = m_stream.string();
        if (!m_stream.escaped()) {
            scalar.textAt = m_stream.stringBegin();
            return true;
        }
        if (isUtf8(scalar.text))
            return true;
        m_halfSurrogate = scalar.begin;
        return false;
    }

    bool close()
    {
        m_builder.close(m_stream.Tell());
        return true;
    }

    const JsonStream& m_stream;
    Builder& m_builder;
    std::size_t m_halfSurrogate = npos;
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

std::string syntaxMessage(std::string message, bool atEnd)
{
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
        return npos; // one long document with an error inside
    if (read.empty() && bytes[start] != '{')
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
    JsonStream stream(bytes);
    rj::Reader reader;
    std::size_t at = bytes.substr(0, byteOrderMark.size()) == byteOrderMark ? byteOrderMark.size() : 0;
    for (std::uint32_t number = 1;; ++number) {
        at = bytes.find_first_not_of(" \n\r\t", at);
        if (at == npos)
            break;
        const std::size_t start = at;
        if (result.documents.size() >= limits.documents) {
            problems.add(ProblemSeverity::error, "limit-documents",
                         "this file holds more documents than are read from one file; split it", problems.at(start, number));
            break;
        }
        builder.start(number);
        stream.seek(start);
        Handler handler(stream, builder);
        const rj::ParseResult parsed = reader.Parse<parseFlags>(stream, handler);
        at = parsed.IsError() ? parsed.Offset() : stream.Tell();
        const std::size_t bad = badByte(bytes.substr(start, at - start), limits.stop);
        std::string message;
        if (bad != npos) {
            at = start + bad;
            message = "expected UTF-8 without control characters, found other bytes";
        } else if (!parsed.IsError()) {
            result.documents.push_back(builder.finish(start, at));
            continue;
        } else if (handler.halfSurrogate() != npos) {
            at = handler.halfSurrogate();
            message = explain(rj::kParseErrorStringUnicodeSurrogateInvalid);
        } else if (parsed.Code() != rj::kParseErrorTermination) { // otherwise the builder said why
            message = explain(parsed.Code());
        }
        if (!message.empty())
            problems.add(ProblemSeverity::error, "json-syntax", syntaxMessage(std::move(message), at >= bytes.size()),
                         problems.at(at, number));
        at = builder.exhausted() ? npos : nextRecord(*file, result.documents, start, at);
        if (at == npos)
            break;
    }
    if (!result.documents.empty())
        result.format = Format::json;
    result.problems = problems.take();
    return result;
}

} // namespace bartizan::document
