// SPDX-License-Identifier: GPL-3.0-or-later
// What people said about a system, kept in a `.bartizan` file (app/review_file.h): what to read, what is confirmed,
// decisions about findings, statements, notes, positions. A plain value: app owns and changes it, model/review_apply.h
// lays it over an Architecture, analysis reads decisions and statements.
// Dates are "YYYY-MM-DD" in UTC; an expiry is the last day on which a row counts; "" means none. Keys of a newer version
// and the comments above a row are kept beside what they were found in (`extra`) and written back.
#pragma once

#include "model/shared.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bartizan {

// What this version does not know, as it was written.
struct KeptValue {
    enum class Kind : std::uint8_t { scalar, list, mapping } kind = Kind::scalar;
    bool quoted = false;           // of a scalar
    std::string text;              // of a scalar
    std::vector<std::string> keys; // of a mapping, as long as `items`
    std::vector<KeptValue> items;  // of a list or a mapping, in the order of the file
    std::string comment = {};      // of what it was found in: the lines above it that start with '#', each with its break
    friend bool operator==(const KeptValue&, const KeptValue&) = default;
};
using KeptKeys = KeptValue; // always a mapping in use; empty when nothing was kept

struct ReviewSource {
    std::string path; // in the file: relative to the review where possible; in a program: as it can be opened
    KeptKeys extra;
    friend bool operator==(const ReviewSource&, const ReviewSource&) = default;
};

// A value that somebody confirmed for a subject: a sensitivity, an audience, an owner.
struct Confirmation {
    std::string value, by, on;
    KeptKeys extra;
    friend bool operator==(const Confirmation&, const Confirmation&) = default;
};

enum class DecisionKind : std::uint8_t { accept, mitigate, falsePositive, needsWork };
inline constexpr DecisionKind decisionKinds[] = {DecisionKind::accept, DecisionKind::mitigate, DecisionKind::falsePositive,
                                                 DecisionKind::needsWork};
const char* toWord(DecisionKind); // "accept", "mitigate", "falsePositive", "needsWork": as in the file

// What a decision was about on the day it was made (analysis/decisions.h makes and compares it). Less than this later is
// fine; more or worse opens the finding again. Empty in a file written by hand: then only the expiry can.
struct DecisionBasis {
    std::string rule, title, severity; // severity: its word, "high"
    std::vector<std::string> subjects; // sorted
    std::vector<std::string> evidence; // sorted digests of the cited content, 16 hex digits each; never of a position
    KeptKeys extra;
    friend bool operator==(const DecisionBasis&, const DecisionBasis&) = default;
};

struct Decision {
    DecisionKind kind = DecisionKind::needsWork;
    std::string reason, owner, expires, by, on;
    Shared<DecisionBasis> basis;
    KeptKeys extra;
    friend bool operator==(const Decision&, const Decision&) = default;
};

// Somebody answers for what the input cannot show: makes an unknown verdict "present, stated" until it expires.
struct Statement {
    std::string text, proof, by, on, expires;
    KeptKeys extra;
    friend bool operator==(const Statement&, const Statement&) = default;
};
using StatementKey = std::pair<std::string, std::string>; // subject (a workload's id), layer id

struct Note {
    std::string text, by, on;
    KeptKeys extra;
    friend bool operator==(const Note&, const Note&) = default;
};

struct ReportMatch {
    std::string image, by, on;
    std::string reason = {}; // how it is known that the report is of this image
    KeptKeys extra = {};
    friend bool operator==(const ReportMatch&, const ReportMatch&) = default;
};

// Of a node's centre, in the drawing's units at scale 1: from the upper left corner of its namespace's wall where it has
// one, so that it moves with it. Of a namespace: that corner, from the drawing's origin.
struct Position {
    double x = 0, y = 0;
    KeptKeys extra;
    friend bool operator==(const Position&, const Position&) = default;
};

struct SavedQuery {
    std::string query; // diagram/query.h
    KeptKeys extra;
    friend bool operator==(const SavedQuery&, const SavedQuery&) = default;
};

struct Review {
    static constexpr int currentVersion = 1;
    int version = currentVersion; // a newer number is kept
    std::vector<ReviewSource> sources;
    std::string variant;                               // "" = chosen by the program
    std::string asOf;                                  // RFC 3339; "" = now
    std::string redactionSalt;                         // of reports without names; "" = none was made yet
    std::map<std::string, Confirmation> sensitivities; // by workload id: "open data", "internal", ...
    std::map<std::string, Confirmation> audiences;     // by route id, or "host/path" for every route there
    std::map<std::string, Confirmation> owners;        // by workload id, "namespace/name", or namespace
    std::map<std::string, Decision> decisions;         // by finding id
    std::map<StatementKey, Statement> statements;
    std::map<std::string, Note> notes;                // by subject id
    std::map<std::string, ReportMatch> reportMatches; // by the report's path: the image it is about
    std::map<std::string, Position> positions;        // by node id, or "namespace:" and the namespace's id
    std::map<std::string, SavedQuery> queries;        // by name
    KeptKeys extra;
    friend bool operator==(const Review&, const Review&) = default;
};

// What a row of a review is: one for each map of Review that people write rows into.
enum class ReviewKind : std::uint8_t { decision, statement, sensitivity, audience, owner, note, reportMatch, query };
const char* toWord(ReviewKind); // "decision", ..., "reportMatch", "query": as in JSON

// The days of the proleptic Gregorian calendar. `date` must be exactly "YYYY-MM-DD".
bool isDate(std::string_view date);
// Days from one date to a later one; negative when `to` is earlier. Both must be dates, else 0.
long daysBetween(std::string_view from, std::string_view to);
inline bool isExpired(std::string_view expires, std::string_view today) // both dates, expires may be ""
{
    return !expires.empty() && expires < today;
}

extern const std::vector<std::string_view> audienceWords;    // "anyone", "signed-in people", ...
extern const std::vector<std::string_view> sensitivityWords; // "open data", "internal", "confidential", "restricted"

} // namespace bartizan
