// SPDX-License-Identifier: GPL-3.0-or-later
// A variant that the sources do not hold: an error for who needs it, a problem for a window that remembers it.
#include "app/load.h"
#include "app/load_other.h"
#include "tests/support/input_folder.h"

#include <QtTest>

using namespace bartizan;
using test::InputFolder;

namespace {

std::string workload(const std::string& image)
{
    return "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  template:\n    spec:\n      containers:\n"
           "      - name: main\n        image: " +
           image + "\n";
}

app::LoadOptions optionsOf(const InputFolder& in, const std::string& variant)
{
    app::LoadOptions options;
    options.sources = {in.path("")};
    options.import.variant = variant;
    options.analyse = false;
    return options;
}

} // namespace

class LoadVariantTest : public QObject {
    Q_OBJECT
private slots:
    void whoNeedsItIsRefused()
    {
        InputFolder in;
        in.write("blue/web.yaml", workload("blue"));
        in.write("green/web.yaml", workload("green"));
        app::LoadOptions options = optionsOf(in, "red");
        options.needsVariant = true;
        const auto refused = app::load(options, {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().id, std::string("variant"));
        QVERIFY(refused.error().message.ends_with("choose one of blue, green"));
        options.import.variant = "green";
        const auto loaded = app::load(options, {});
        QVERIFY(loaded && !app::variantNotFound((*loaded)->model.inventory));
    }

    void aReviewGoesOnWithAProblem()
    {
        InputFolder in;
        in.write("blue/web.yaml", workload("blue"));
        in.write("green/web.yaml", workload("green"));
        Review review;
        review.variant = "red";
        app::LoadOptions options = optionsOf(in, {});
        options.review = std::make_shared<const Review>(review);
        const auto loaded = app::load(options, {});
        QVERIFY(loaded.has_value());
        const Problem* problem = app::variantNotFound((*loaded)->model.inventory);
        QVERIFY(problem && problem->severity == ProblemSeverity::error);
        QVERIFY((*loaded)->model.architecture.workloads.size() == 1);
    }

    void nothingToReadIsSaidBeforeIt()
    {
        InputFolder in;
        in.write("readme.txt", "nothing\n");
        app::LoadOptions options = optionsOf(in, "red");
        options.needsVariant = true;
        const auto loaded = app::load(options, {});
        QVERIFY(loaded.has_value());
        QVERIFY(!app::nothingUsable((*loaded)->model.inventory).empty());
    }

    void anEarlierStateNeedsItOnlyWhereItHadAChoice()
    {
        InputFolder in;
        in.write("blue/web.yaml", workload("blue"));
        app::LoadOptions options = optionsOf(in, "red");
        options.needsVariant = true;
        options.review = std::make_shared<const Review>();
        QVERIFY(app::loadOther(options).has_value());
        in.write("green/web.yaml", workload("green"));
        const auto refused = app::loadOther(options);
        QVERIFY(!refused);
        QCOMPARE(refused.error().id, std::string("variant"));
        QVERIFY(refused.error().message.starts_with("in the earlier state: "));
        options.needsVariant = false; // as the window asks, with the variant that its review remembers
        QVERIFY(app::loadOther(options).has_value());
    }
};

QTEST_GUILESS_MAIN(LoadVariantTest)
#include "tst_load_variant.moc"
