// SPDX-License-Identifier: GPL-3.0-or-later
// Words of the report itself, in lower case. Replacing them by pseudonyms would hide nothing, tell what the pseudonym
// stands for and take the sense out of its sentences.
#pragma once

#include <string>
#include <unordered_set>

namespace bartizan::report {

// They stand in every report, whatever the system: of the format, of Kubernetes, of the protocols. No name at all.
const std::unordered_set<std::string>& ownWords();
// What sentences are made of. A name where something is called so; not where the word only stands in a value or in prose.
const std::unordered_set<std::string>& sentenceWords();

} // namespace bartizan::report
