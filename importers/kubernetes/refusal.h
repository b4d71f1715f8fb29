// SPDX-License-Identifier: GPL-3.0-or-later
// What an API server refused: Status answers (also rows of importers/registry.cpp) and the lines kubectl prints to
// standard error. A refused list becomes ScopeState::refused for its kind, so that absence of objects proves nothing.
// Also the text form of `kubectl cluster-info dump`, in which logs stand between the JSON documents.
#pragma once

#include "model/inventory.h"

#include <optional>
#include <string>
#include <string_view>

namespace bartizan::importers {

// Lines such as `Error from server (Forbidden): secrets is forbidden: User "x" cannot list resource ...`. False when
// there is none in the text (then nothing was written). `file` is where the scope entry came from.
bool importRefusalText(std::string_view text, FileId file, Inventory& out);

// "networkpolicies" in "networking.k8s.io" -> "NetworkPolicy.networking.k8s.io"; an unknown one stays as it is written.
std::string kindOfResource(std::string_view group, std::string_view resource);

// The dump with its "==== START logs ... ====" sections blanked (line breaks and offsets stay), ready for
// document::readDocuments. Empty when the bytes hold no such section.
std::optional<std::string> withoutDumpedLogs(std::string_view bytes);

} // namespace bartizan::importers
