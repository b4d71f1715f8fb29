// SPDX-License-Identifier: GPL-3.0-or-later
// One judged state of a system as far as a later state is compared with it (difference.h): names, verdicts, findings,
// ways in, and what had been read. A value of its own, so that an earlier state can be kept while the inventory that it
// came from is given back. Evidence points into that inventory; `files` says where its files were, to find them again.
#pragma once

#include "analysis/posture.h"

namespace bartizan {

struct JudgedObject { // what a thing rests on: is it there in the other state, and if not, was its kind read there?
    std::string id;   // workload, entry or route id
    std::string kind; // "Deployment.apps", as scope entries name kinds; "" = not known
    std::string ns;
};

struct JudgedLayer {
    Verdict verdict = Verdict::unknown;
    bool required = false;
    std::string reason;
    std::vector<std::pair<std::string, Verdict>> facets;
    Evidence evidence; // the first line that the verdict rests on, or of a facet or near miss; may be none
};

struct JudgedService { // a workload; sorted by id
    JudgedObject object;
    std::string name;
    bool platform = false;
    Sensitivity sensitivity = Sensitivity::internal;
    std::vector<std::string> images; // as written, sorted
    std::array<JudgedLayer, layerCount> layers;
    Evidence evidence;
};

struct JudgedFinding { // sorted by id
    std::string id, layer, title;
    FindingSeverity severity = FindingSeverity::medium;
    std::vector<std::string> subjects, services; // sorted ids; services: the workloads among them
    JudgedObject cause;                          // kind "" where it is an absence
    Evidence evidence;
    std::size_t index = 0; // in Posture::findings
};

struct JudgedPath { // direct and relayed ones; sorted by (kind, entry, target); the weakest first
    PathKind kind = PathKind::direct;
    std::string entry, target;
    bool isRequest = true; // false: who asks for credentials is judged elsewhere, `authenticatedAt` says where
    AuthAnswer answer = AuthAnswer::noCheckInFront;
    std::string authenticatedAt;
    std::vector<JudgedObject> through; // entry, route and the workloads on the way
    Evidence evidence;
    std::size_t index = 0; // in Posture::paths
};

struct JudgedFile {
    std::string source; // as it was given
    std::string path;   // within it, as SourceFile::path
    std::string sha256;
};

struct JudgedState {
    Scope scope;
    std::string asOf;
    std::vector<JudgedFile> files; // by FileId
    std::vector<JudgedService> services;
    std::vector<JudgedFinding> findings;
    std::vector<JudgedPath> paths;
    std::vector<std::string> ways; // ids of all entries and routes, sorted
    bool pathsTruncated = false;
};

JudgedState judgedState(const Model& model, const Posture& posture);

} // namespace bartizan
