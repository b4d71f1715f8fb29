// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/content/content.h"

#include "report/content/sections.h"
#include "report/facts.h"
#include "report/text/sections.h"

#include <algorithm>
#include <set>

namespace bartizan::report {

namespace {

std::string anchorText(std::string_view prefix, std::string_view text)
{
    std::string anchor(prefix);
    for (const char c : text) {
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        const bool plain = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9');
        anchor += plain ? lower : '-';
    }
    return anchor;
}

} // namespace

Content::Content(const ReportInput& given, const diagram::Drawing& laidOut)
    : input(given), options(given.options), inventory(given.model.inventory), architecture(given.model.architecture),
      posture(*given.posture), catalogue(given.catalogue), drawing(laidOut), ownership(given.model, given.options.owner),
      ways(waysIn(given))
{
    for (const SectionRow& row : sectionRows())
        if (options.sections.empty() ||
            std::find(options.sections.begin(), options.sections.end(), row.id) != options.sections.end())
            sectionIds.emplace_back(row.id);

    std::map<std::string, int> uses; // a Deployment and a StatefulSet may share a name
    for (const Workload& each : architecture.workloads)
        ++uses[each.cluster + "//" + each.ns + "/" + each.name];
    for (std::size_t i = 0; i < architecture.workloads.size(); ++i) {
        const Workload& each = architecture.workloads[i];
        const std::size_t kind = each.id.rfind('[');
        const bool alone = uses[each.cluster + "//" + each.ns + "/" + each.name] == 1;
        m_names.push_back(alone && kind != std::string::npos ? each.id.substr(0, kind) : each.id);
        m_byId.emplace(each.id, static_cast<std::uint32_t>(i));
    }
    for (std::size_t i = 0; i < architecture.workloads.size(); ++i)
        if (mine(WorkloadId(i)))
            workloads.emplace_back(i);
    std::stable_sort(workloads.begin(), workloads.end(), [this](WorkloadId a, WorkloadId b) {
        const Workload &left = workload(a), &right = workload(b);
        return std::tie(left.platform, left.cluster, left.ns, left.id) <
               std::tie(right.platform, right.cluster, right.ns, right.id);
    });
    services = countServices(architecture, workloads);
    if (ofOneOwner())
        readOwnership();
    for (const Finding& finding : posture.findings) {
        if (!ownership.concerns(finding))
            continue;
        findings.push_back(&finding);
        for (const WorkloadId id : finding.workloads)
            m_findingsOf[id.value].push_back(&finding);
    }
    for (const Path& path : posture.paths)
        if (!ofOneOwner() || (path.target.valid() && mine(path.target)))
            paths.push_back(&path);
    for (const std::size_t i : weakestFirst(given, ways))
        if (!ofOneOwner() || ownership.mine(EntryId(i)))
            entries.emplace_back(i);
    if (has("services"))
        for (const WorkloadId id : workloads)
            if (options.allServices || (!workload(id).platform && isSensitive(id)))
                servicePages.push_back(id);
    nodeOfWorkload.assign(architecture.workloads.size(), -1);
    for (std::size_t i = 0; i < drawing.nodes.size(); ++i)
        if (drawing.nodes[i].hasWall() && drawing.nodes[i].tag < nodeOfWorkload.size())
            nodeOfWorkload[drawing.nodes[i].tag] = static_cast<int>(i);
    m_page.resize(architecture.workloads.size(), 0);
    for (const WorkloadId id : servicePages)
        m_page[id.pos()] = 1;
}

void Content::readOwnership()
{
    // Lines of what is other owners' are not quoted.
    for (std::size_t i = 0; i < inventory.objects.size(); ++i)
        if (ownership.onlyOthers(inventory.objects[i].identity.cluster, inventory.objects[i].identity.ns))
            m_notQuoted.insert(static_cast<std::uint32_t>(i));
    for (std::size_t i = 0; i < architecture.routes.size(); ++i)
        if (const std::size_t record = architecture.routes[i].record;
            ownership.ofOthers(RouteId(i)) && record < inventory.routes.size())
            m_notQuoted.insert(inventory.routes[record].object.value);
    for (const Service& service : architecture.services)
        if (!ownership.anyMine(service.workloads))
            m_notQuoted.insert(service.object.value);
    for (const std::uint32_t object : ownership.objects())
        m_notQuoted.erase(object);
    for (std::size_t i = 0; i < architecture.workloads.size(); ++i)
        if (!mine(WorkloadId(i))) {
            m_notQuoted.insert(architecture.workloads[i].object.value);
            for (const std::size_t pod : architecture.workloads[i].pods)
                m_notQuoted.insert(inventory.workloads[pod].object.value);
        }
    // What checks requests for others tells nothing of the owner's. A gateway of the owner's with nothing of theirs behind it
    // is shown with all that is behind it.
    for (WayIn& way : ways) {
        const auto routeOfOthers = [this](RouteId id) { return !ownership.mine(id); };
        if (!std::all_of(way.routes.begin(), way.routes.end(), routeOfOthers))
            way.routes.erase(std::remove_if(way.routes.begin(), way.routes.end(), routeOfOthers), way.routes.end());
        const auto pathOfOthers = [this](const Path* path) { return !path->target.valid() || !mine(path->target); };
        if (!std::all_of(way.direct.begin(), way.direct.end(), pathOfOthers))
            way.direct.erase(std::remove_if(way.direct.begin(), way.direct.end(), pathOfOthers), way.direct.end());
    }
}

bool Content::has(const std::string& section) const
{
    return std::find(sectionIds.begin(), sectionIds.end(), section) != sectionIds.end();
}

std::vector<std::string> Content::subjectsOf(const Finding& finding) const
{
    if (!ofOneOwner())
        return finding.subjects;
    std::set<std::string> others;
    for (const WorkloadId id : finding.workloads)
        if (!mine(id))
            others.insert(workload(id).id);
    std::vector<std::string> subjects;
    for (const std::string& subject : finding.subjects)
        if (others.count(subject) == 0)
            subjects.push_back(subject);
    return subjects;
}

std::vector<const Finding*> Content::findingsOf(WorkloadId id) const
{
    const auto found = m_findingsOf.find(id.value);
    return found == m_findingsOf.end() ? std::vector<const Finding*>() : found->second;
}

std::string Content::nothingFound() const
{
    if (!ofOneOwner())
        return noFindings(input.model);
    const std::string others = leftOut();
    return "No gap is shown for this owner's services." + (others.empty() ? "" : " " + others);
}

std::string Content::titleOf(const Finding& finding) const
{
    std::vector<WorkloadId> own;
    std::set<std::string> spaces;
    for (const WorkloadId id : finding.workloads)
        if (mine(id)) {
            own.push_back(id);
            spaces.insert(workload(id).cluster + "//" + workload(id).ns);
        }
    if (own.empty() || own.size() == finding.workloads.size())
        return report::titleOf(finding);
    const RuleText* rule = catalogue.rule(finding.rule);
    std::string title = (rule ? rule->title : finding.rule) + ": ";
    if (own.size() == 1)
        title += nameOf(own.front());
    else
        title += counted(own.size(), "workload") + " in " +
                 (spaces.size() == 1 ? workload(own.front()).ns : withThousands(spaces.size()) + " namespaces");
    return finding.ifSensitivity ? title + " (" + finding.ifLevel + ")" : title;
}

std::string Content::leftOut(bool why) const
{
    const std::size_t others = posture.findings.size() - findings.size();
    if (others == 0)
        return {};
    std::string text =
        counted(others, "finding") + " of the whole system " + (others == 1 ? "is" : "are") + " not in this report";
    if (why)
        text += std::string(others == 1 ? ": it concerns" : ": they concern") +
                " no service of this owner, and no entry, route or namespace that one stands behind or in.";
    return text;
}

std::string Content::unread() const
{
    const std::size_t problems = inventory.problems.size() + architecture.problems.size() + posture.problems.size();
    std::string text = counted(problems, "problem");
    if (!inventory.unrecognised.empty())
        text += ", " + counted(inventory.unrecognised.size(), "file") + " not recognised";
    return text;
}

std::string Content::scope() const
{
    return scopeWords(input);
}

std::string scopeWords(const ReportInput& input)
{
    return scopeSentence(input.model) + (input.options.owner.empty() ? "" : ", in the whole system");
}

std::string Content::layerTitle(const std::string& id) const
{
    const LayerText* text = catalogue.layer(id);
    return text ? text->title : id;
}

std::string Content::layerTitle(Layer layer) const
{
    return layerTitle(layerId(layer));
}

std::string Content::nameOf(WorkloadId id) const
{
    return m_names[id.pos()];
}

std::string Content::nameOf(const std::string& id) const
{
    const auto found = m_byId.find(id);
    return found == m_byId.end() ? id : m_names[found->second];
}

std::string Content::said(const std::string& text) const
{
    return text.empty() || !withoutNames() ? text : "(withheld)";
}

std::string Content::at(const Evidence& evidence) const
{
    return evidence.valid() ? where(inventory, evidence) : std::string();
}

bool Content::quotable(const Evidence& evidence) const
{
    return !evidence.object.valid() || m_notQuoted.count(evidence.object.value) == 0;
}

bool Content::accepted(WorkloadId id, Layer layer) const
{
    bool any = false;
    for (const Finding* finding : findingsOf(id)) {
        if (finding->layer != layerId(layer))
            continue;
        if (finding->state != FindingState::accepted)
            return false;
        any = true;
    }
    return any;
}

std::string Content::anchorOf(const Finding& finding) const
{
    return has("findings") ? anchorText("finding-", finding.id) : std::string();
}

std::string Content::anchorOf(WorkloadId id) const
{
    return m_page[id.pos()] ? "service-" + std::to_string(id.value) : std::string();
}

diagram::Node rollUp(const Content& content)
{
    diagram::Node node;
    for (std::size_t layer = 0; layer < layerCount; ++layer) {
        diagram::Stone& stone = node.stones[layer];
        stone.mark = diagram::Mark::notApplicable;
        int worst = diagram::worstOrder(diagram::Mark::notApplicable);
        for (const WorkloadId id : content.workloads) {
            const WorkloadPosture& verdicts = content.verdicts(id);
            const auto mark = static_cast<diagram::Mark>(verdicts.layers[layer].verdict);
            const int order = diagram::worstOrder(mark);
            if (mark == diagram::Mark::notApplicable || order > worst)
                continue;
            stone.required = verdicts.required[layer] || (order == worst && stone.required);
            stone.mark = mark;
            worst = order;
        }
    }
    return node;
}

const diagram::Node* nodeOf(const Content& content, WorkloadId id)
{
    const int node = content.nodeOfWorkload[id.pos()];
    return node < 0 ? nullptr : &content.drawing.nodes[static_cast<std::size_t>(node)];
}

} // namespace bartizan::report
