// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/resolve/scan_question.h"

#include "model/ascii.h"

#include "model/image_reference.h"
#include "model/review_apply.h"

#include <algorithm>
#include <chrono>

namespace bartizan {
namespace {

void addUnique(std::vector<std::string>& list, std::string value)
{
    if (std::find(list.begin(), list.end(), value) == list.end())
        list.push_back(std::move(value));
}

std::optional<int> number(std::string_view text, std::size_t at, std::size_t length)
{
    if (text.size() < at + length)
        return std::nullopt;
    int value = 0;
    for (const char c : text.substr(at, length)) {
        if (!isDigit(c))
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

// The repository below another prefix, "" when the rule does not apply.
std::string mapped(const std::string& repository, std::string_view from, std::string_view to)
{
    if (from.empty() || to.empty() || std::string_view(repository).substr(0, from.size()) != from)
        return {};
    if (repository.size() != from.size() && repository[from.size()] != '/')
        return {};
    return std::string(to).append(repository, from.size(), std::string::npos);
}

std::string shortDigest(const std::string& digest)
{
    return digest.substr(0, 19) + "...";
}

std::string firstNotIn(const std::vector<std::string>& list, const std::vector<std::string>& others)
{
    for (const std::string& item : list)
        if (std::find(others.begin(), others.end(), item) == others.end())
            return item;
    return {};
}

std::string firstIn(const std::vector<std::string>& list, const std::vector<std::string>& others)
{
    for (const std::string& item : list)
        if (std::find(others.begin(), others.end(), item) != others.end())
            return item;
    return {};
}

} // namespace

const char* toWord(ScanStatus status)
{
    switch (status) {
    case ScanStatus::exact:
        return "exact";
    case ScanStatus::tag:
        return "tag";
    case ScanStatus::tagMutable:
        return "mutable tag";
    case ScanStatus::otherDigest:
        return "other digest";
    case ScanStatus::otherPlatform:
        return "other platform";
    case ScanStatus::attempted:
        return "attempted";
    case ScanStatus::otherVersion:
        return "other version";
    case ScanStatus::none:
        break;
    }
    return "none";
}

RunningDigests runningDigests(const std::vector<std::string>& imageIds)
{
    RunningDigests digests;
    for (std::string_view id : imageIds) {
        if (const std::size_t scheme = id.find("://"); scheme != std::string_view::npos)
            id.remove_prefix(scheme + 3);
        const std::size_t at = id.rfind('@');
        const std::string_view digest = at == std::string_view::npos ? id : id.substr(at + 1);
        if (isDigest(digest))
            addUnique(at == std::string_view::npos ? digests.config : digests.registry, std::string(digest));
        else if (at == std::string_view::npos && isDigest(std::string("sha256:").append(id.substr(0, 65))))
            addUnique(digests.config, std::string("sha256:").append(id)); // CRI-O writes the id without its algorithm
    }
    return digests;
}

bool isMutableTag(std::string_view tag, std::string_view pullPolicy)
{
    return tag.empty() || tag.find("latest") != std::string_view::npos || pullPolicy == "Always" ||
           std::none_of(tag.begin(), tag.end(), isDigit);
}

std::optional<std::int64_t> secondsOf(std::string_view text)
{
    const auto year = number(text, 0, 4), month = number(text, 5, 2), day = number(text, 8, 2);
    if (!year || !month || !day || text[4] != '-' || text[7] != '-' || *year <= 1)
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok())
        return std::nullopt;
    std::int64_t seconds = std::int64_t{std::chrono::sys_days(date).time_since_epoch().count()} * 86400;
    if (text.size() == 10)
        return seconds;
    const auto hour = number(text, 11, 2), minute = number(text, 14, 2), second = number(text, 17, 2);
    if ((text[10] != 'T' && text[10] != 't' && text[10] != ' ') || !hour || !minute || !second)
        return std::nullopt;
    seconds += *hour * 3600 + *minute * 60 + *second;
    std::size_t zone = 19;
    while (zone < text.size() && (text[zone] == '.' || isDigit(text[zone])))
        ++zone;
    const auto zoneHours = number(text, zone + 1, 2), zoneMinutes = number(text, zone + 4, 2);
    if (zone < text.size() && (text[zone] == '+' || text[zone] == '-') && zoneHours && zoneMinutes)
        seconds -= (text[zone] == '+' ? 1 : -1) * (*zoneHours * 3600 + *zoneMinutes * 60);
    return seconds;
}

bool sameImagePath(std::string_view left, std::string_view right)
{
    const auto path = [](std::string_view reference) {
        const std::string_view whole = reference.substr(reference.find('/') + 1);
        constexpr std::string_view official = "docker.io/library/";
        return reference.substr(0, official.size()) == official ? reference.substr(official.size()) : whole;
    };
    std::string_view a = path(left), b = path(right);
    if (a.size() > b.size())
        std::swap(a, b);
    if (b.substr(b.size() - a.size()) != a || (b.size() != a.size() && b[b.size() - a.size() - 1] != '/'))
        return false;
    // One element alone ("nginx:1") is too little, unless it is Docker's official image.
    return a.find('/') != std::string_view::npos || left.substr(0, 18) == "docker.io/library/" ||
           right.substr(0, 18) == "docker.io/library/";
}

ScanQuestion::ScanQuestion(const ContainerImage& image, const ScanMatchOptions& matchOptions)
    : container(image), options(matchOptions), asOf(secondsOf(matchOptions.asOf))
{
    RunningDigests running = runningDigests(image.imageIds);
    registryDigests = std::move(running.registry);
    configDigests = std::move(running.config);
    const Result<ImageReference> reference = parseAnyReference(image.written);
    if (!reference)
        return;
    if (reference->path.empty()) { // a local image id
        addUnique(configDigests, reference->digest);
        return;
    }
    // What runs wins over what is written: a pod of an older rollout is not what the pin says.
    if (!reference->digest.empty() && registryDigests.empty())
        registryDigests.push_back(reference->digest);
    repositories.push_back(repositoryKey(*reference));
    for (const MirrorRule& rule : options.mirrors)
        for (std::string other :
             {mapped(repositories.front(), rule.from, rule.to), mapped(repositories.front(), rule.to, rule.from)})
            if (!other.empty())
                addUnique(repositories, std::move(other));
    mutableTag = isMutableTag(reference->tag, reference->digest.empty() ? image.pullPolicy : std::string());
    const std::string tag = reference->tag.empty() && reference->digest.empty() ? "latest" : reference->tag;
    if (!tag.empty())
        for (const std::string& repository : repositories)
            references.push_back(repository + ':' + tag);
}

std::optional<int> ScanQuestion::ageDays(std::optional<std::int64_t> seconds) const
{
    if (!asOf || !seconds)
        return std::nullopt;
    return static_cast<int>(std::max<std::int64_t>(0, *asOf - *seconds) / 86400);
}

std::string ScanSentence::subject() const
{
    const std::string& time = record.time.empty() ? report.time : record.time;
    return "The " + report.tool + " report of " + (record.target.empty() ? "an image without a name" : record.target) +
           (time.empty() ? "" : " (" + time.substr(0, 10) + ")");
}

std::string ScanSentence::relation() const
{
    std::vector<std::string> ours = question.registryDigests, theirs = record.repoDigests;
    ours.insert(ours.end(), question.configDigests.begin(), question.configDigests.end());
    theirs.insert(theirs.end(), record.manifestDigests.begin(), record.manifestDigests.end());
    theirs.insert(theirs.end(), record.configDigests.begin(), record.configDigests.end());
    const bool sameName = !firstIn(question.references, record.references).empty();
    switch (status) {
    case ScanStatus::exact:
        return " names the same digest, " + shortDigest(firstIn(ours, theirs)) +
               (sameName || question.references.empty() ? "" : ", under another name");
    case ScanStatus::tag:
    case ScanStatus::tagMutable:
        if (!sameName)
            return " names this workload, which has one image";
        if (record.caveat.find(matchedByHand) != std::string::npos)
            return " does not name this image; a person says that it is of it";
        return std::string(" names the same repository and tag") +
               (firstIn(question.references, record.references) == question.references.front() ? "" : " by a mirror rule") +
               "; no digest can be compared" +
               (status == ScanStatus::tagMutable ? ", and such a tag may name another image by now" : "");
    case ScanStatus::otherDigest: {
        const bool configuration = !question.configDigests.empty() && !record.configDigests.empty();
        const auto& scanned = configuration ? record.configDigests : record.repoDigests;
        const auto& here = configuration ? question.configDigests : question.registryDigests;
        return " has the same tag but another digest (" + shortDigest(firstNotIn(scanned, here)) + " there, " +
               shortDigest(firstNotIn(here, scanned)) + " here): the tag names another image by now";
    }
    case ScanStatus::otherPlatform:
        if (record.platform.empty() || question.container.platform.empty() || record.platform == question.container.platform)
            return " is about another platform's image of the same index";
        return " is for " + record.platform + ", this container is for " + question.container.platform;
    case ScanStatus::attempted:
        if (record.attempted)
            return " is an attempted scan only: " + record.attemptedReason;
        return " looked for secrets or configuration, not for vulnerabilities";
    case ScanStatus::otherVersion:
        return " is about another version of " + question.repositories.front() + "; it says nothing about this one";
    case ScanStatus::none:
        break;
    }
    return " says nothing about this image";
}

std::string ScanSentence::age() const
{
    if (!question.asOf)
        return {};
    if (!ageDays)
        return " It does not say when the scan was made.";
    if (*ageDays <= question.options.ageLimitDays)
        return {};
    return " It is " + std::to_string(*ageDays) + " days old; the limit is " + std::to_string(question.options.ageLimitDays) +
           " days.";
}

std::string ScanSentence::text() const
{
    std::string sentence = subject() + relation();
    if (isCoverage(status) && !record.caveat.empty())
        sentence += "; " + record.caveat;
    sentence += '.';
    if (isCoverage(status))
        sentence += age();
    return sentence;
}

} // namespace bartizan
