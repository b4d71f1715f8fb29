// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/document/yaml_reader.h"

#include "importers/document/yaml_events.h"
#include "importers/document/yaml_syntax.h"

#include <algorithm>

namespace bartizan::document {

namespace {

constexpr std::size_t npos = std::string_view::npos;

class Reader {
public:
    Reader(std::shared_ptr<const FileText> file, const Limits& limits)
        : m_file(std::move(file)), m_bytes(m_file->bytes()), m_problems(*m_file, limits.problemsPerFile),
          m_builder(m_file, limits, m_problems, false), m_yaml{m_file, limits, m_problems, m_builder, m_result.documents,
                                                               0,      false}
    {
    }

    ReadResult read()
    {
        std::size_t at = m_bytes.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
        std::size_t bad = firstBadByte(m_bytes, at);
        while (at != npos && at < m_bytes.size()) {
            // libyaml decodes ahead, so a bad byte would cost it the good documents before the bad one.
            const std::size_t end = bad == npos ? m_bytes.size() : documentLineBefore(m_bytes, bad, at);
            if (end > at) {
                const YamlStop stop = YamlEvents(m_yaml, at, end).read();
                if (stop.stopped) {
                    m_builder.abandon();
                    const std::size_t next = nextDocumentLine(m_bytes, std::max({stop.offset, stop.documentAt + 1, at + 1}));
                    report(stop, next);
                    if (stop.final)
                        break;
                    at = next;
                    continue;
                }
            }
            if (bad == npos)
                break;
            ++m_yaml.number;
            reportBadByte(bad);
            at = nextDocumentLine(m_bytes, bad + 1);
            bad = at == npos ? npos : firstBadByte(m_bytes, at);
        }
        if (m_yaml.template_ && hasTemplateLines(m_bytes))
            m_result.documents.clear(); // even the readable ones depend on values that are not here
        if (!m_result.documents.empty())
            m_result.format = Format::yaml;
        m_result.problems = m_problems.take();
        return std::move(m_result);
    }

private:
    void report(const YamlStop& stop, std::size_t next)
    {
        const std::string_view document =
            m_bytes.substr(stop.documentAt, next == npos ? npos : next - std::min(next, stop.documentAt));
        const std::size_t action = document.find("{{");
        const bool isTemplate = action != npos && (m_yaml.template_ || !stop.syntax.empty());
        if (isTemplate) {
            m_yaml.template_ = true;
            if (!m_templateReported) {
                m_problems.add(ProblemSeverity::warning, "helm-not-rendered",
                               "expected YAML, found a template; render it with `helm template` and open the result",
                               m_problems.at(stop.documentAt + action, m_yaml.number));
            }
            m_templateReported = true;
        } else if (!stop.syntax.empty()) {
            const char found = stop.offset < m_bytes.size() ? m_bytes[stop.offset] : ' ';
            m_problems.add(ProblemSeverity::error, "yaml-syntax", syntaxMessage(stop.syntax, found, stop.openSince),
                           m_problems.at(stop.offset, m_yaml.number));
        }
    }

    void reportBadByte(std::size_t bad)
    {
        if (isBadUtf8(m_bytes, bad)) {
            m_problems.add(ProblemSeverity::error, "not-utf-8",
                           "expected UTF-8, found other bytes; save the file as UTF-8. This document was not read",
                           m_problems.at(bad, m_yaml.number));
        } else {
            m_problems.add(ProblemSeverity::error, "yaml-control-character",
                           "expected text, found a control character that YAML does not allow; this document was not read",
                           m_problems.at(bad, m_yaml.number));
        }
    }

    std::shared_ptr<const FileText> m_file;
    std::string_view m_bytes;
    ReadResult m_result;
    ProblemSink m_problems;
    Builder m_builder;
    YamlFile m_yaml;
    bool m_templateReported = false;
};

} // namespace

ReadResult readYaml(std::shared_ptr<const FileText> file, const Limits& limits)
{
    const std::string_view bytes = file->bytes();
    const char* refusal = nullptr;
    const char* id = "limit-file";
    if (bytes.size() > limits.fileBytes) {
        refusal = "this file is larger than is read; split it";
    } else if (bytes.substr(0, 2) == "\xFF\xFE" || bytes.substr(0, 2) == "\xFE\xFF") {
        id = "not-utf-8";
        refusal = "expected UTF-8, found UTF-16; save the file as UTF-8";
    }
    if (refusal) {
        ReadResult result;
        ProblemSink problems(*file, limits.problemsPerFile);
        problems.add(ProblemSeverity::error, id, refusal, problems.whole());
        result.problems = problems.take();
        return result;
    }
    return Reader(std::move(file), limits).read();
}

} // namespace bartizan::document
