// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/frozen/manifest.h"
#include "report/json/writer.h"

namespace bartizan::app {

std::string writeManifest(const FrozenManifest& manifest)
{
    report::JsonPen pen;
    pen.open();
    pen.member("schema", "bartizan/frozen/1");
    pen.member("version", manifest.version);
    pen.member("qt", manifest.qt);
    pen.member("asOf", manifest.asOf);
    pen.member("scope", scopeModeWord(manifest.scope));
    pen.member("variant", manifest.variant);
    pen.key("report").open();
    for (const auto& [name, value] : manifest.report)
        pen.member(name, value);
    pen.close();
    pen.list("sources", manifest.sources, [&pen](const FrozenSource& source) {
        pen.open();
        pen.member("path", source.path);
        pen.member("format", source.format);
        pen.member("sha256", source.sha256);
        pen.list("files", source.files, [&pen](const FrozenFile& file) {
            pen.open();
            pen.member("path", file.path);
            pen.member("bytes", file.bytes);
            pen.member("sha256", file.sha256);
            pen.close();
        });
        pen.close();
    });
    pen.list("members", manifest.members, [&pen](const FrozenMember& member) {
        pen.open();
        pen.member("name", member.name);
        pen.member("bytes", member.bytes);
        pen.member("sha256", member.sha256);
        pen.close();
    });
    pen.close();
    return pen.finish();
}

} // namespace bartizan::app
