// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/connectivity/mesh_requests.h"

#include "analysis/connectivity/mesh_text.h"

#include <algorithm>

namespace bartizan::connectivity {
namespace {

using Patterns = std::vector<std::string>;

bool isTemplate(std::string_view pattern)
{
    return pattern.find("{*}") != std::string_view::npos || pattern.find("{**}") != std::string_view::npos;
}

std::vector<std::string_view> segmentsOf(std::string_view path)
{
    std::vector<std::string_view> segments;
    for (;;) {
        const std::size_t slash = path.find('/');
        segments.push_back(path.substr(0, slash));
        if (slash == std::string_view::npos)
            return segments;
        path.remove_prefix(slash + 1);
    }
}

// Row by row over the segments of the template: which beginnings of the path match so far.
bool matchesTemplate(std::string_view pattern, std::string_view path)
{
    const std::vector<std::string_view> wanted = segmentsOf(pattern), found = segmentsOf(path);
    std::vector<bool> reached(found.size() + 1, false);
    reached[0] = true;
    for (const std::string_view segment : wanted) {
        std::vector<bool> next(found.size() + 1, false);
        for (std::size_t i = 0; i <= found.size(); ++i) {
            if (segment == "{**}")
                next[i] = reached[i] || (i > 0 && next[i - 1]);
            else if (i > 0)
                next[i] = reached[i - 1] && (segment == "{*}" ? !found[i - 1].empty() : segment == found[i - 1]);
        }
        reached = std::move(next);
    }
    return reached.back();
}

// Does `wide` match all that `narrow` matches?
bool covers(std::string_view wide, std::string_view narrow, MeshText kind)
{
    if (kind == MeshText::host)
        return covers(lowered(wide), lowered(narrow), MeshText::plain);
    if (wide == narrow || wide == "*")
        return true;
    if (kind == MeshText::path && (isTemplate(wide) || isTemplate(narrow)))
        return !isTemplate(narrow) && narrow.find('*') == std::string_view::npos && matchesTemplate(wide, narrow);
    if (narrow == "*")
        return false;
    if (startsWith(wide, "*")) // what ends so
        return (startsWith(narrow, "*") || !endsIn(narrow, "*")) && endsIn(narrow, wide.substr(1));
    if (endsIn(wide, "*")) // what begins so
        return !startsWith(narrow, "*") && startsWith(narrow, wide.substr(0, wide.size() - 1));
    return false;
}

bool anyCovers(const Patterns& wide, std::string_view narrow, MeshText kind)
{
    return std::any_of(wide.begin(), wide.end(), [&](const std::string& one) { return covers(one, narrow, kind); });
}

bool allCovered(const Patterns& narrow, const Patterns& wide, MeshText kind)
{
    return std::all_of(narrow.begin(), narrow.end(), [&](const std::string& one) { return anyCovers(wide, one, kind); });
}

bool simplifyField(Patterns& is, Patterns& isNot, MeshText kind)
{
    if (std::find(isNot.begin(), isNot.end(), "*") != isNot.end())
        return false;
    if (std::find(is.begin(), is.end(), "*") != is.end())
        is.clear();
    if (is.empty())
        return true;
    is.erase(std::remove_if(is.begin(), is.end(), [&](const std::string& one) { return anyCovers(isNot, one, kind); }), is.end());
    return !is.empty();
}

bool meansField(const Patterns& is, const Patterns& isNot, std::string_view text, MeshText kind)
{
    const auto matchesOne = [&](const std::string& pattern) { return meshMatches(pattern, text, kind); };
    return (is.empty() || std::any_of(is.begin(), is.end(), matchesOne)) && std::none_of(isNot.begin(), isNot.end(), matchesOne);
}

bool withinField(const Patterns& narrow, const Patterns& narrowNot, const Patterns& wide, const Patterns& wideNot, MeshText kind)
{
    if (!wide.empty() && (narrow.empty() || !allCovered(narrow, wide, kind)))
        return false;
    // What the wide one leaves out, the narrow one leaves out too; or it names exact texts that are not left out.
    return std::all_of(wideNot.begin(), wideNot.end(), [&](const std::string& out) {
        if (anyCovers(narrowNot, out, kind))
            return true;
        return !narrow.empty() && std::all_of(narrow.begin(), narrow.end(), [&](const std::string& one) {
            return one.find('*') == std::string::npos && !meshMatches(out, one, kind);
        });
    });
}

bool mayMeetPattern(std::string_view a, std::string_view b, MeshText kind)
{
    if (kind == MeshText::host)
        return mayMeetPattern(lowered(a), lowered(b), MeshText::plain);
    const auto isExact = [&](std::string_view text) { return text.find('*') == std::string_view::npos; };
    if (isExact(a))
        return meshMatches(b, a, kind);
    if (isExact(b))
        return meshMatches(a, b, kind);
    if (isTemplate(a) || isTemplate(b) || startsWith(a, "*") || startsWith(b, "*"))
        return true;
    const std::string_view one = a.substr(0, a.size() - 1), other = b.substr(0, b.size() - 1); // both "abc*"
    return startsWith(one, other) || startsWith(other, one);
}

bool mayMeetField(const Patterns& a, const Patterns& b, MeshText kind)
{
    return a.empty() || b.empty() || std::any_of(a.begin(), a.end(), [&](const std::string& one) {
               return std::any_of(b.begin(), b.end(), [&](const std::string& other) { return mayMeetPattern(one, other, kind); });
           });
}

void say(std::string& text, const char* what, const Patterns& values)
{
    if (values.empty())
        return;
    text += (text.empty() ? "" : ", ") + std::string(what) + alternatives(values);
}

} // namespace

bool meshMatches(std::string_view pattern, std::string_view text, MeshText kind)
{
    if (kind == MeshText::host)
        return meshMatches(lowered(pattern), lowered(text), MeshText::plain);
    if (pattern == "*")
        return !text.empty();
    if (kind == MeshText::path && isTemplate(pattern))
        return matchesTemplate(pattern, text);
    if (startsWith(pattern, "*"))
        return endsIn(text, pattern.substr(1));
    if (endsIn(pattern, "*"))
        return startsWith(text, pattern.substr(0, pattern.size() - 1));
    return pattern == text;
}

bool MeshRequests::every() const
{
    return methods.empty() && notMethods.empty() && paths.empty() && notPaths.empty() && hosts.empty() && notHosts.empty() &&
           more.empty();
}

bool simplify(MeshRequests& requests)
{
    return simplifyField(requests.methods, requests.notMethods, MeshText::plain) &&
           simplifyField(requests.paths, requests.notPaths, MeshText::path) &&
           simplifyField(requests.hosts, requests.notHosts, MeshText::host);
}

std::optional<bool> means(const MeshRequests& requests, const MeshRequest& request)
{
    if (!meansField(requests.methods, requests.notMethods, request.method, MeshText::plain) ||
        !meansField(requests.paths, requests.notPaths, request.path, MeshText::path) ||
        !meansField(requests.hosts, requests.notHosts, request.host, MeshText::host))
        return false;
    return requests.more.empty() ? std::optional(true) : std::nullopt;
}

bool within(const MeshRequests& narrow, const MeshRequests& wide)
{
    return withinField(narrow.methods, narrow.notMethods, wide.methods, wide.notMethods, MeshText::plain) &&
           withinField(narrow.paths, narrow.notPaths, wide.paths, wide.notPaths, MeshText::path) &&
           withinField(narrow.hosts, narrow.notHosts, wide.hosts, wide.notHosts, MeshText::host) &&
           std::all_of(wide.more.begin(), wide.more.end(), [&](const std::string& one) {
               return std::find(narrow.more.begin(), narrow.more.end(), one) != narrow.more.end();
           });
}

bool mayMeet(const MeshRequests& a, const MeshRequests& b)
{
    return mayMeetField(a.methods, b.methods, MeshText::plain) && mayMeetField(a.paths, b.paths, MeshText::path) &&
           mayMeetField(a.hosts, b.hosts, MeshText::host);
}

std::string toText(const MeshRequests& requests)
{
    std::string text;
    say(text, "", requests.methods);
    say(text, "not ", requests.notMethods);
    say(text, "path ", requests.paths);
    say(text, "path not ", requests.notPaths);
    say(text, "host ", requests.hosts);
    say(text, "host not ", requests.notHosts);
    for (const std::string& one : requests.more)
        text += (text.empty() ? "" : ", ") + one;
    return text.empty() ? "every request" : text;
}

} // namespace bartizan::connectivity
