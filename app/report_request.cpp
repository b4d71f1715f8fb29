// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report_request.h"

#include "app/report_excerpts.h"

namespace bartizan::app {

namespace {

std::vector<std::string> listOf(const std::string& text)
{
    std::vector<std::string> items;
    std::string item;
    for (const char c : text + ",") {
        if (c == ' ') {
            continue;
        } else if (c != ',') {
            item += c;
        } else {
            if (!item.empty())
                items.push_back(item);
            item.clear();
        }
    }
    return items;
}

} // namespace

bool layOver(const std::string& name, const std::string& value, report::ReportOptions& options)
{
    if (name == "title")
        options.title = value;
    else if (name == "classification")
        options.classification = value;
    else if (name == "sections")
        options.sections = listOf(value);
    else if (name == "services")
        options.allServices = value == "all";
    else if (name == "findings")
        options.allFindings = value == "all";
    else if (name == "owner")
        options.owner = value;
    else if (name != "format" && name != "redact")
        return false;
    return true;
}

Result<bool> prepareReport(report::ReportInput& input, const Loaded& loaded, const ReportArguments& arguments,
                           const JobControl& job)
{
    for (const auto& [name, value] : arguments) {
        if ((name == "owner" || name == "sections") && value.empty())
            return tl::unexpected(Error{"report-option", "the report option '" + name + "' has no value: leave it out for all"});
        if (!layOver(name, value, input.options))
            return tl::unexpected(Error{"report-option", "this version does not know the report option '" + name + "'"});
        if (name != "redact" || value != "yes")
            continue;
        if (loaded.review.redactionSalt.empty())
            return tl::unexpected(
                Error{"redaction-salt",
                      "a report without names needs a review with a salt, so that a name has the same pseudonym in all "
                      "reports: add a line `redactionSalt:` with 16 or more random characters to the .bartizan file"});
        input.options.redactionSalt = loaded.review.redactionSalt;
    }
    input.review = &loaded.review;
    input.job = job;
    if (input.options.redactionSalt.empty()) // lines of files hold more names than anybody could find
        input.options.excerpt = reportExcerpts(loaded, job);
    return true;
}

} // namespace bartizan::app
