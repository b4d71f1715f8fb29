// SPDX-License-Identifier: GPL-3.0-or-later
// `controls`: the catalogue of control ids that findings support evidence for. `formats`: what is recognised.
#include "report/exports.h"
#include "report/json/common.h"

namespace bartizan::report {

Result<std::string> controlsJson(const ReportInput& input)
{
    JsonPen pen;
    openOutput(pen, input, "controls");
    pen.list("controls", input.catalogue.controls, [&](const ControlText& control) {
        pen.open();
        pen.member("id", control.id);
        pen.member("edition", control.edition);
        pen.member("shortId", control.shortId);
        pen.member("title", control.title);
        pen.close();
    });
    pen.list("rules", input.catalogue.rules, [&](const RuleText& rule) {
        pen.open();
        pen.member("id", rule.id);
        pen.member("layer", rule.layer);
        pen.member("severity", rule.severity);
        pen.member("title", rule.title);
        pen.texts("controls", rule.controls);
        pen.close();
    });
    pen.close();
    return pen.finish();
}

Result<std::string> formatsJson(const ReportInput& input)
{
    JsonPen pen;
    openOutput(pen, input, "formats");
    pen.list("formats", input.formats, [&](const FormatInfo& format) {
        pen.open();
        pen.member("id", format.id);
        pen.member("title", format.title);
        pen.member("area", format.area);
        pen.member("howToGet", format.howToGet);
        pen.close();
    });
    pen.close();
    return pen.finish();
}

} // namespace bartizan::report
