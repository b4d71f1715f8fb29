// SPDX-License-Identifier: GPL-3.0-or-later
// Walks over everything an Inventory holds, for merging (renumbering objects) and for checking that evidence is true.
// visit.cpp names every member of every record once: a record or member that is added to the inventory and not to
// visit.cpp does not compile; the test fails when a list is missing from forEachRecordList.
#pragma once

#include "model/inventory.h"

#include <functional>
#include <string_view>

namespace bartizan {

void visitEvidence(Inventory& inventory, const std::function<void(Evidence&)>& visit);
void visitEvidence(const Inventory& inventory, const std::function<void(const Evidence&)>& visit);

// Every text that is kept, evidence included: to check that nothing secret is among them. The texts of evidence come once
// for each Evidence, although copies share them: the place where each stands is what is checked.
void visitTexts(const Inventory& inventory, const std::function<void(std::string_view)>& visit);

// Every ObjectId: of records and of evidence.
void visitObjectIds(Inventory& inventory, const std::function<void(ObjectId&)>& visit);

// Moves everything from `from` to the end of `to`; object ids of `from` are raised by what `to` already held.
// File, source and deployable ids are taken as they are; `scope`, `sources`, `files` and `variantChosen` stay `to`'s.
void append(Inventory& to, Inventory&& from);

// Calls f(list...) for every list of records that were read from an object, with the same list of each inventory given.
template <class F, class... I>
void forEachRecordList(F&& f, I&... inventories)
{
    f(inventories.workloads...);
    f(inventories.podStatuses...);
    f(inventories.services...);
    f(inventories.endpoints...);
    f(inventories.networkPolicies...);
    f(inventories.trafficPolicies...);
    f(inventories.policyTiers...);
    f(inventories.addressSets...);
    f(inventories.podNetworks...);
    f(inventories.configMaps...);
    f(inventories.secrets...);
    f(inventories.serviceAccounts...);
    f(inventories.roles...);
    f(inventories.bindings...);
    f(inventories.disruptionBudgets...);
    f(inventories.autoscalers...);
    f(inventories.nodes...);
    f(inventories.gateways...);
    f(inventories.gatewayClasses...);
    f(inventories.routes...);
    f(inventories.attachedProtections...);
    f(inventories.controllerConfigs...);
    f(inventories.referenceGrants...);
    f(inventories.authProxies...);
    f(inventories.backendTls...);
    f(inventories.meshAuthentications...);
    f(inventories.meshTokenChecks...);
    f(inventories.meshAccessPolicies...);
    f(inventories.meshClientTls...);
    f(inventories.meshExternalServices...);
    f(inventories.meshEgress...);
    f(inventories.meshSettings...);
    f(inventories.linkerdServers...);
    f(inventories.linkerdClients...);
    f(inventories.linkerdAuthorizations...);
}

} // namespace bartizan
