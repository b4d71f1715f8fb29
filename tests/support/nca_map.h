// SPDX-License-Identifier: GPL-3.0-or-later
// Connectivity maps of the oracle netpol-semantics: rows of minimised texts (nca_texts.h), expanded to pairs of ends and
// compared with a state's own answers.
#pragma once

#include "tests/support/nca_state.h"

#include <QJsonArray>
#include <QJsonObject>

#include <string>

namespace bartizan::test {

struct NcaComparison {
    int both = 0, missing = 0, surplus = 0; // pairs on which something is allowed: by both, by the oracle alone, by us alone
    int different = 0;                      // pairs on which the two do not allow the same
    int endpointRows = 0;                   // rows that are about host endpoints: passed over
    bool beyondPorts = false;               // a row says more than ports; the map cannot be compared
    std::string notUnderstood;              // what could not be read; the map cannot be compared
    std::string first;                      // the first pair that differs, for people
};

// What a map is about: where Istio has a say there are two, of which the one without TCP is the network's alone.
enum class NcaSection { all, tcp, notTcp };

// `subset` (option of the query): only pairs of which one end is in it. `ipv6`: the map tells of IPv6 too. With TCP alone,
// what a pod sends to itself is not looked at: it passes no proxy, and the tool's rows leave it open.
NcaComparison compareMap(const NcaState&, NcaSection, const QJsonArray& rules, const QJsonObject& subset, bool ipv6);

} // namespace bartizan::test
