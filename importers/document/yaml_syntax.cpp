// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/document/yaml_syntax.h"

namespace bartizan::document {

namespace {

struct Wording {
    std::string_view complaint; // a part of libyaml's text that no row above has
    std::string_view message;
};

// The first row whose complaint occurs. In the order in which people meet them.
constexpr Wording wordings[] = {
    {"expected key",
     "expected a key in line with the keys before it, found something else; check the indentation and open quotes"},
    {"unexpected ':'", "expected a value after the colon, found none; put text that holds a colon in quotes"},
    {"expected ':'", "expected a colon after the key, found the end of the line or of the text; write \"key: value\""},
    {"expected '-'",
     "expected an entry that begins with \"- \" in line with those before it, found something else; check the indentation"},
    {"',' or ']'", "expected a comma or ] in a list, found something else; close the list or separate its entries"},
    {"',' or '}'", "expected a comma or } in a mapping, found something else; close the mapping or separate its entries"},
    {"mapping values", "expected one value after the key, found another colon; put the value in quotes or begin a new line"},
    {"mapping keys", "expected a value, found a key where none may stand; check the indentation"},
    {"block sequence entries", "expected a value, found a list entry where none may stand; begin the list on a line of its own"},
    {"tab character", "expected spaces for indentation, found a tab; replace it with spaces"},
    {"end of stream", "expected the closing quote, found the end of the file; close the quoted text"},
    {"document indicator", "expected the closing quote, found the start of another document; close the quoted text"},
    {"unknown escape",
     "expected an escape that YAML has, found another after a backslash; double the backslash or use single quotes"},
    {"hexdecimal", "expected hexadecimal digits after the escape, found another character; complete the escape"},
    {"escape code", "expected an escape of a Unicode character, found a number that is none; correct the escape"},
    {"node content", "expected a value, found none; write the value, or \"\" for an empty text"},
    {"indentation indicator", "expected an indentation from 1 to 9 after | or >, found 0; leave the number out"},
    {"comment or line break", "expected the end of the line or a comment, found something else; begin the text on the next line"},
    {"expected whitespace",
     "expected a space or the end of the line after an anchor, a tag or a directive, found something else; separate them"},
    {"alphabetic or numeric", "expected a name after & or *, found another character; put the value in quotes"},
    {"undefined tag handle",
     "expected a tag that the document declares, found another; remove the tag or put the value in quotes"},
    {"tag", "expected a tag after an exclamation mark, found something else; put the value in quotes"},
    {"URI", "expected a tag after an exclamation mark, found something else; put the value in quotes"},
    {"octet", "expected a tag after an exclamation mark, found something else; put the value in quotes"},
    {"'!'", "expected a tag after an exclamation mark, found something else; put the value in quotes"},
    {"'>'", "expected > at the end of the tag, found something else; close the tag or put the value in quotes"},
    {"<document start>",
     "expected a line \"---\" or the end of the file after the document, found more text; check the indentation"},
    {"incompatible YAML", "expected YAML 1.1 or 1.2, found another version; remove the %YAML line"},
    {"duplicate %", "expected each directive once, found it twice; remove one"},
    {"directive", "expected %YAML or %TAG, found another directive; put a value that begins with % in quotes"},
    {"version number", "expected %YAML 1.1 or 1.2, found another version; remove the %YAML line"},
    {"digit", "expected %YAML 1.1 or 1.2, found another version; remove the %YAML line"},
    {"non-alphabetical",
     "expected a space after the name of the directive, found another character; put a value that begins with % in quotes"},
};

std::string_view wordingOf(std::string_view complaint, char found)
{
    if (complaint.find("cannot start any token") != std::string_view::npos) {
        return found == '\t' ? "expected spaces for indentation, found a tab; replace it with spaces"
                             : "expected a value, found a character that must stand in quotes there; put the value in quotes";
    }
    for (const Wording& wording : wordings)
        if (complaint.find(wording.complaint) != std::string_view::npos)
            return wording.message;
    return "expected YAML, found text that is none; check indentation, quotes and brackets";
}

} // namespace

std::string syntaxMessage(std::string_view complaint, char found, std::uint32_t openSince)
{
    std::string message(wordingOf(complaint, found));
    if (openSince > 0)
        message += ". What is open there begins in line " + std::to_string(openSince);
    return message + ". This document was not read";
}

} // namespace bartizan::document
