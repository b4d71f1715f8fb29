// SPDX-License-Identifier: GPL-3.0-or-later
// The JSON reader on any bytes, and against RapidJSON as its manual has it (checking every byte, no fast paths): both
// accept or both refuse a text that is one value.
#include "importers/document/json_reader.h"
#include "importers/document/read_documents.h"
#include "tests/fuzz/token_mutator.h"
#include "tests/support/tree_checks.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include <rapidjson/reader.h>

using namespace bartizan;

namespace {

namespace rj = rapidjson;

enum class Answer { accepted, refused, noAnswer };

Answer reference(const std::string& text)
{
    if (text.find('\0') != std::string::npos || text.substr(0, 3) == "\xEF\xBB\xBF")
        return Answer::noAnswer; // an end for RapidJSON; a mark that it does not skip
    if (text.find("\\ud") != std::string::npos || text.find("\\uD") != std::string::npos)
        return Answer::noAnswer; // it takes the second half of a surrogate pair alone
    const std::string padded = text + std::string(4, '\0'); // its check goes past the end after half a character
    rj::StringStream stream(padded.c_str());
    rj::Reader reader;
    rj::BaseReaderHandler<> ignore;
    constexpr unsigned flags = rj::kParseIterativeFlag | rj::kParseNumbersAsStringsFlag | rj::kParseValidateEncodingFlag;
    const rj::ParseResult result = reader.Parse<flags>(stream, ignore);
    if (result.Code() == rj::kParseErrorNumberTooBig || result.Code() == rj::kParseErrorDocumentRootNotSingular)
        return Answer::noAnswer; // numbers keep their spelling with us; several values are several documents
    return result.IsError() ? Answer::refused : Answer::accepted;
}

void compare(const std::string& text, const document::ReadResult& ours)
{
    bool limited = false;
    bool refused = ours.documents.size() != 1;
    for (const Problem& problem : ours.problems) {
        limited = limited || problem.id.rfind("limit-", 0) == 0;
        refused = refused || problem.id == "json-syntax";
    }
    const Answer answer = limited ? Answer::noAnswer : reference(text);
    if (answer == Answer::noAnswer || (answer == Answer::refused) == refused)
        return;
    std::fprintf(stderr, "RapidJSON %s this text: %s\n", refused ? "accepts" : "refuses", text.c_str());
    std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string text(data, data + size);
    const auto file = document::FileText::make("fuzz.json", text, FileId{std::size_t{1}});
    Limits limits;
    limits.nodes = 20'000;
    limits.scalarBytes = 10'000;
    limits.documents = 200;
    const document::ReadResult result = document::readJson(file, limits);
    test::checkResult(result, limits);
    compare(text, result);
    test::checkResult(document::readDocuments(file, limits), limits);
    return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t room, unsigned seed)
{
    return mutateTokens(data, size, room, seed);
}
