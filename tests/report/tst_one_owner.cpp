// SPDX-License-Identifier: GPL-3.0-or-later
// The report of one owner: whose names stand in it, what is lit, which findings stay, and whether what it counts is what
// it lists. Read from the blocks that every writer gets, before any format.
#include "report/content/report.h"
#include "report/name_mask.h"
#include "report/ownership.h"
#include "tests/support/text_architecture.h"

#include <QGuiApplication>
#include <QRegularExpression>
#include <QtTest>

#include <algorithm>
#include <map>
#include <set>

using namespace bartizan;
using namespace bartizan::report;

namespace {

constexpr const char* owner = "lantern-team";

// Every text by the section it stands in, the rows of each table by its caption, findings' ids and titles.
struct Blocks {
    std::map<std::string, std::vector<std::string>> texts;
    std::map<std::string, std::vector<std::vector<std::string>>> tables;
    std::vector<std::string> findings, titles;

    bool says(const char* section, const std::string& part) const
    {
        const auto found = texts.find(section);
        return found != texts.end() && std::any_of(found->second.begin(), found->second.end(),
                                                   [&](const std::string& text) { return text.find(part) != std::string::npos; });
    }
    std::string all() const
    {
        std::string text;
        for (const auto& [section, list] : texts)
            for (const std::string& each : list)
                text += each + "\n";
        return text;
    }
};

class Recorder final : public Writer {
public:
    Blocks kept;

    void cover(const CoverPage& page) override
    {
        for (const std::string* text : {&page.system, &page.subtitle, &page.sentence, &page.inputsNote, &page.figure.words})
            add(*text);
        labels(page.facts);
        for (const auto& [name, digest] : page.inputs)
            add(name);
        for (const std::string& limit : page.limits)
            add(limit);
    }
    void contents(const std::vector<SectionName>&) override {}
    void section(const SectionHead& head) override
    {
        m_section = head.name.anchor;
        add(head.title);
        add(head.lead);
    }
    void heading(const std::string& title, const std::string&) override { add(title); }
    void paragraph(const std::string& text, Tone) override { add(text); }
    void labels(const std::vector<Label>& labels) override
    {
        for (const Label& label : labels) {
            add(label.term);
            add(label.value.text);
        }
    }
    void finding(const FindingHead& head) override
    {
        kept.findings.push_back(head.id);
        kept.titles.push_back(head.title);
        add(head.title);
        add(head.status);
    }
    void quote(const QuotedLines& quote) override
    {
        add(quote.where);
        for (const ExcerptLine& line : quote.lines)
            add(line.text);
    }
    void beginTable(const std::vector<Column>&, const std::string& caption) override
    {
        m_table = caption;
        add(caption);
    }
    void tableGroup(const std::string& title) override { add(title); }
    void row(const std::vector<Cell>& cells) override
    {
        std::vector<std::string> row;
        for (const Cell& cell : cells) {
            add(cell.text);
            row.push_back(cell.text);
        }
        kept.tables[m_table].push_back(std::move(row));
    }
    void endTable() override {}
    void figure(const Figure& figure) override { add(figure.words); }
    void drawing(const diagram::Drawing& drawing) override
    {
        for (const diagram::Node& node : drawing.nodes)
            for (const QString* text : {&node.label, &node.subtitle, &node.imageText})
                add(text->toStdString());
        for (const diagram::Group& group : drawing.groups)
            add(group.label.toStdString());
        for (const diagram::Edge& edge : drawing.edges)
            add(edge.label.toStdString());
    }
    void signatures(const std::vector<std::string>&) override {}

private:
    void add(const std::string& text) { kept.texts[m_section].push_back(text); }

    std::string m_section = "cover", m_table;
};

// The owner has shop/cart-admin, whose name holds another's. Others have: shop/cart, shop/shop (called like the namespace),
// pay/ledger behind a route of the gateway that the owner shares, till/till with a way in of its own, edge/gate.
struct System {
    Model model;
    Posture posture;
    Review review;
    ReportOptions options;

    System()
    {
        model = test::modelOf("gateway edge/gate\n"
                              "workload shop/cart-admin port=8080 image=docker.io/lantern/admin:1\n"
                              "service shop/cart-admin 80:8080\n"
                              "workload shop/cart port=8080 image=docker.io/gannet/cart:1\n"
                              "service shop/cart 80:8080\n"
                              "workload shop/shop port=8080 image=docker.io/gannet/shop:1\n"
                              "service shop/shop 80:8080\n"
                              "env shop/cart CART_ADMIN_CONFIG=cart-admin-config\n"
                              "call shop/cart-admin -> shop/cart\n"
                              "call shop/cart-admin -> shop/shop\n"
                              "call shop/cart -> shop/cart-admin\n"
                              "internet -> shop/cart-admin:8080\n"
                              "internet -> edge/gate -> shop/cart-admin:8080\n"
                              "internet -> edge/gate -> pay/ledger:8080\n"
                              "internet -> till/till:8080\n");
        for (Workload& workload : model.architecture.workloads) {
            const bool own = workload.name == "cart-admin";
            workload.owner = own ? owner : "gannet-team";
            workload.sensitivity = own ? Sensitivity::internal : Sensitivity::restricted;
        }
        for (Route& route : model.architecture.routes)
            route.hosts = {leadsTo(route, "ledger") ? "pay.bank.example" : "www.shop.example"};
        for (SourceFile& file : model.inventory.files)
            file.path = "ledger/till-and-cart.yaml";
        judge();
    }

    void judge() { posture = analyse(model, test::shippedCatalogue(), {"2026-11-21T00:00:00Z", &review}); }

    ReportInput input() const
    {
        ReportInput made{model, test::shippedCatalogue(), &posture};
        made.review = &review;
        made.options = options;
        return made;
    }

    bool leadsTo(const Route& route, std::string_view name) const
    {
        for (const RouteBackend& backend : route.backends)
            for (const WorkloadId id : backend.workloads)
                if (model.architecture.workload(id).name == name)
                    return true;
        return false;
    }

    Finding about(std::string id, std::string subject, const Evidence& cause = {}) const
    {
        Finding finding;
        finding.id = std::move(id);
        finding.rule = "network-no-policy";
        finding.layer = layerId(Layer::network);
        finding.title = "A cause of " + subject;
        finding.reason = "It is so.";
        finding.subjects = {std::move(subject)};
        finding.cause = cause;
        finding.severity = FindingSeverity::info;
        return finding;
    }
};

struct Read {
    Blocks blocks;
    diagram::Drawing drawing;
    std::string title, foot;
};

Read read(const System& system)
{
    const ReportInput input = system.input();
    Read result;
    const auto report = PreparedReport::of(input);
    if (!report) {
        qWarning("%s", report.error().message.c_str());
        return result;
    }
    Recorder recorder;
    report->write(recorder);
    result.blocks = std::move(recorder.kept);
    result.drawing = report->drawing();
    result.title = report->title();
    result.foot = report->foot();
    return result;
}

// Where lit lines end.
std::set<std::uint32_t> litEnds(const diagram::Drawing& drawing)
{
    std::set<int> from, to;
    for (const diagram::Edge& edge : drawing.edges)
        if (edge.lit != diagram::Lit::none) {
            from.insert(edge.from);
            to.insert(edge.to);
        }
    std::set<std::uint32_t> ends;
    for (const int node : to)
        if (from.count(node) == 0)
            ends.insert(drawing.nodes[static_cast<std::size_t>(node)].tag);
    return ends;
}

bool holdsWord(const std::string& text, const char* word)
{
    const QRegularExpression whole(
        QStringLiteral("(?<![A-Za-z0-9_-])%1(?![A-Za-z0-9_-])").arg(QRegularExpression::escape(QLatin1String(word))),
        QRegularExpression::CaseInsensitiveOption);
    return QString::fromStdString(text).contains(whole);
}

} // namespace

class OneOwner : public QObject {
    Q_OBJECT

private slots:
    void noOtherNames()
    {
        System system;
        system.options.allServices = true;
        const std::string whole = read(system).blocks.all();
        for (const char* word : {"cart", "ledger", "till", "gate", "pay", "gannet-team", "pay.bank.example", "shop/shop"})
            QVERIFY2(holdsWord(whole, word), word); // else the rest tests nothing
        system.options.owner = owner;
        const Read mine = read(system);
        QVERIFY(mine.blocks.texts.size() > 10);
        for (const auto& [section, texts] : mine.blocks.texts)
            for (const std::string& text : texts)
                for (const char* word : {"cart", "ledger", "till", "till-and-cart", "gate", "pay", "gannet-team",
                                         "pay.bank.example", "shop/shop", "shop.shop"})
                    QVERIFY2(!holdsWord(text, word), (section + ": " + word + " in: " + text).c_str());
        const std::string all = mine.blocks.all();
        for (const char* word : {"cart-admin", "shop", "www.shop.example", owner})
            QVERIFY2(holdsWord(all, word), word);
        for (const std::string& text : {mine.title, mine.foot})
            QVERIFY2(!holdsWord(text, "ledger") && !holdsWord(text, "cart"), text.c_str());
        std::size_t others = 0;
        for (const diagram::Node& node : mine.drawing.nodes) {
            if (node.tag >= system.model.architecture.workloads.size())
                continue;
            const bool own = system.model.architecture.workloads[node.tag].owner == owner;
            QCOMPARE(node.label.toStdString(), own ? std::string("cart-admin") : std::string(anotherOwners));
            others += own ? 0 : 1;
        }
        QCOMPARE(others, system.model.architecture.workloads.size() - 1);
    }

    void compoundNames()
    {
        System system;
        system.options.owner = owner;
        const NameMask mask = NameMask::otherOwners(system.input());
        const std::string other(anotherOwners);
        QCOMPARE(mask("cart-admin and cart-admin-config"), std::string("cart-admin and cart-admin-config"));
        QCOMPARE(mask("cart-config, CART_ADDR"), other + ", " + other);
        QCOMPARE(mask("shop/cart[Deployment]"), "shop/" + other + "[Deployment]");
        QCOMPARE(mask("shop/shop[Deployment] of shop"), "shop/" + other + "[Deployment] of shop");
        QCOMPARE(mask("http://shop.shop.svc:80"), "http://" + other + ".shop.svc:80");
        QCOMPARE(mask("pay/ledger.yaml"), other + "/" + other + ".yaml");
        QCOMPARE(mask("https://Pay.Bank.example/x"), "https://" + other + "/x");
        QCOMPARE(mask("Asked of pay.bank.example."), "Asked of " + other + ".");
        QCOMPARE(mask("www.shop.example"), std::string("www.shop.example"));
        QCOMPARE(mask("pay-bank-example-tls"), other);
    }

    void theLitTargetIsTheOwners()
    {
        System system;
        const auto owners = [&] {
            std::set<std::string> found;
            for (const std::uint32_t tag : litEnds(read(system).drawing))
                found.insert(tag < system.model.architecture.workloads.size() ? system.model.architecture.workloads[tag].owner
                                                                              : std::string("nobody"));
            return found;
        };
        QCOMPARE(owners(), std::set<std::string>{"gannet-team"}); // theirs are more sensitive
        system.options.owner = owner;
        QCOMPARE(owners(), std::set<std::string>{owner});
        // With no open way to the owner's, nobody else's is lit.
        std::erase_if(system.posture.paths, [&](const Path& path) {
            return path.target.valid() && system.model.architecture.workload(path.target).owner == owner;
        });
        QVERIFY(owners().empty());
    }

    void findingsWithoutServices()
    {
        System system;
        const Architecture& architecture = system.model.architecture;
        std::string shared, theirs;
        for (const Entry& entry : architecture.entries)
            if (entry.workloads.size() == 1 && architecture.workload(entry.workloads.front()).name == "till")
                theirs = entry.id;
        std::string ownRoute, theirRoute;
        for (const Route& route : architecture.routes) {
            if (!system.leadsTo(route, "cart-admin")) {
                theirRoute = route.id;
                continue;
            }
            ownRoute = route.id;
            QVERIFY(!route.entries.empty());
            shared = architecture.entries[route.entries.front().pos()].id;
        }
        QVERIFY(!shared.empty() && !theirs.empty() && !ownRoute.empty() && !theirRoute.empty());
        const auto caused = [&](const Evidence& line, ObjectId object) {
            Evidence cause = line;
            cause.object = object;
            return cause;
        };
        const Service& ownService = test::serviceById(architecture, "shop/cart-admin");
        const Service& theirService = test::serviceById(architecture, "shop/cart");
        const Workload& cart = test::workloadById(architecture, "shop/cart[Deployment]");
        const Workload& ledger = test::workloadById(architecture, "pay/ledger[Deployment]");
        QVERIFY(ownService.object.valid() && theirService.object.valid() && cart.object.valid() && ledger.object.valid());
        auto& findings = system.posture.findings;
        findings.push_back(system.about("stays-entry-00000001", shared));
        findings.push_back(system.about("stays-route-00000002", ownRoute));
        findings.push_back(system.about("stays-service-00000003", ownService.id, caused(ownService.evidence, ownService.object)));
        findings.push_back(system.about("stays-namespace-00000004", "ConfigMap shop/lonely", caused(cart.evidence, cart.object)));
        findings.push_back(system.about("goes-entry-00000005", theirs));
        findings.push_back(system.about("goes-route-00000006", theirRoute));
        findings.push_back(
            system.about("goes-service-00000007", theirService.id, caused(theirService.evidence, theirService.object)));
        findings.push_back(
            system.about("goes-namespace-00000008", "ConfigMap pay/lonely", caused(ledger.evidence, ledger.object)));
        system.options.owner = owner;
        const Read mine = read(system);
        const std::set<std::string> ids(mine.blocks.findings.begin(), mine.blocks.findings.end());
        for (const Finding& finding : findings) {
            if (finding.id.starts_with("stays-"))
                QVERIFY2(ids.count(finding.id) == 1, finding.id.c_str());
            if (finding.id.starts_with("goes-"))
                QVERIFY2(ids.count(finding.id) == 0, finding.id.c_str());
        }
        const std::size_t out = findings.size() - mine.blocks.findings.size();
        QVERIFY(out >= 4);
        const std::string said = std::to_string(out) + " findings of the whole system are not in this report";
        for (const char* section : {"cover", "results", "findings", "scope", "method"})
            QVERIFY2(mine.blocks.says(section, said), section);
        system.options.owner.clear();
        QCOMPARE(read(system).blocks.findings.size(), findings.size());
    }

    void countsAreTheOwners()
    {
        System system;
        Finding shared = system.about("shared-0000000a", "shop/cart-admin[Deployment]");
        shared.subjects.push_back("shop/cart[Deployment]");
        shared.subjects.push_back("shop/shop[Deployment]");
        for (std::size_t i = 0; i < system.model.architecture.workloads.size(); ++i)
            if (system.model.architecture.workloads[i].ns == "shop")
                shared.workloads.emplace_back(i);
        QCOMPARE(shared.workloads.size(), std::size_t(3));
        shared.title = "Whatever: 3 workloads in shop";
        system.posture.findings.push_back(shared);
        // As many verdicts for the assumption as the owner's one service has layers to carry it, and more elsewhere.
        std::size_t own = 0, all = 0;
        for (std::size_t i = 0; i < system.posture.workloads.size(); ++i) {
            WorkloadPosture& verdicts = system.posture.workloads[i];
            for (LayerVerdict& verdict : verdicts.layers)
                verdict.assumptions.clear();
            verdicts.layers[pos(Layer::network)].assumptions = {"cni-enforces"};
            verdicts.layers[pos(Layer::encryption)].assumptions = {"cni-enforces", "cni-enforces"};
            all += 2;
            own += system.model.architecture.workloads[i].owner == owner ? 2 : 0;
        }
        system.posture.assumptions = {{"cni-enforces", "Somebody enforces it.", "a look", all}};
        const Blocks whole = read(system).blocks;
        QCOMPARE(whole.tables.at("Assumptions").front()[1], std::to_string(all));
        system.options.owner = owner;
        const Blocks mine = read(system).blocks;
        QCOMPARE(mine.tables.at("Assumptions").front()[1], std::to_string(own));
        QVERIFY(own < all);
        std::size_t named = 0;
        for (const std::string& title : mine.titles) {
            named += title.ends_with(": shop/cart-admin") ? 1 : 0;
            QVERIFY2(title.find("3 workloads in shop") == std::string::npos, title.c_str());
        }
        QVERIFY(named > 0);
        QVERIFY(mine.says("findings", "Said of the whole system: of its 3 subjects, 1 is this owner's."));
    }

    void problemsAreCountedAsTheyAreListed()
    {
        System system;
        for (const char* message : {"one", "two"})
            system.model.inventory.problems.push_back({ProblemSeverity::warning, "test", message, {}, {}});
        for (const char* reason : {"no format", "no text", "too large"})
            system.model.inventory.unrecognised.push_back({FileId(0), reason});
        const std::size_t problems =
            system.model.inventory.problems.size() + system.model.architecture.problems.size() + system.posture.problems.size();
        const std::string said = std::to_string(problems) + " problems, 3 files not recognised";
        const Blocks whole = read(system).blocks;
        QCOMPARE(whole.tables.at("Problems").size(), problems + 3);
        QVERIFY(whole.says("cover", said + ", listed in"));
        QVERIFY(whole.says("scope", said + "."));
        system.options.sections = {"matrix"};
        const Blocks some = read(system).blocks;
        QVERIFY(some.says("cover", said) && !some.says("cover", "listed in"));
        system.options.sections.clear();
        system.options.owner = owner;
        const Blocks mine = read(system).blocks;
        QVERIFY(mine.tables.count("Problems") == 0);
        QVERIFY(mine.says("cover", said + ", in the whole system") && mine.says("scope", said + ", in the whole system"));
    }

    void unknownVerdictsAreCountedAsTheyAreListed()
    {
        System system;
        std::size_t unknown = 0;
        for (std::size_t i = 0; i < system.posture.workloads.size(); ++i)
            if (system.model.architecture.workloads[i].owner == owner)
                for (const LayerVerdict& verdict : system.posture.workloads[i].layers)
                    unknown += verdict.verdict == Verdict::unknown ? 1 : 0;
        QVERIFY(unknown > 0);
        system.options.owner = owner;
        const Blocks mine = read(system).blocks;
        QCOMPARE(mine.tables.at("Unknown verdicts of this owner's services").size(), unknown);
        QVERIFY(mine.texts.at("unknowns").front().starts_with(std::to_string(unknown) + " of "));
    }

    void everybodyIsNobodysReport()
    {
        System system;
        const Ownership everybody(system.model, "");
        for (std::size_t i = 0; i < system.model.architecture.workloads.size(); ++i)
            QVERIFY(everybody.mine(WorkloadId(i)));
        for (const Finding& finding : system.posture.findings)
            QVERIFY(everybody.concerns(finding));
        QVERIFY(read(system).foot.find("in the whole system") == std::string::npos);
        system.options.owner = owner;
        QVERIFY(read(system).foot.find("in the whole system") != std::string::npos);
        system.options.owner = "lantern";
        const auto refused = PreparedReport::of(system.input());
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().id, std::string("owner"));
    }
};

int main(int argc, char** argv)
{
    QGuiApplication application(argc, argv);
    OneOwner test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_one_owner.moc"
