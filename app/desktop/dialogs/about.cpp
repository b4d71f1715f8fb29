// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/dialogs/about.h"

#include "report/input.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace bartizan::desktop {

namespace {

#ifndef BARTIZAN_LIBRARY_VERSIONS // "name=version|..." from app/CMakeLists.txt
#define BARTIZAN_LIBRARY_VERSIONS ""
#endif

QString versionOf(const QString& name)
{
    for (const QString& pair : QStringLiteral(BARTIZAN_LIBRARY_VERSIONS).split(QLatin1Char('|')))
        if (pair.section(QLatin1Char('='), 0, 0) == name)
            return pair.section(QLatin1Char('='), 1);
    return {};
}

QString programVersion()
{
    return QString::fromUtf8(report::programVersion.data(), static_cast<qsizetype>(report::programVersion.size()));
}

} // namespace

std::vector<UsedLibrary> usedLibraries()
{
    const auto built = [](const char* name, const char* licence, const QString& use) {
        return UsedLibrary{QString::fromLatin1(name), versionOf(QString::fromLatin1(name)), QString::fromLatin1(licence), use};
    };
    return {
        {QStringLiteral("Qt"), QString::fromLatin1(qVersion()), QStringLiteral("LGPL-3.0, GPL-3.0"), AboutDialog::tr("window")},
        {QStringLiteral("Qt Charts"), QString::fromLatin1(qVersion()), QStringLiteral("GPL-3.0"), AboutDialog::tr("charts")},
        built("Graphviz", "EPL-1.0", AboutDialog::tr("layout, in bartizan-layout")),
        built("libyaml", "MIT", AboutDialog::tr("reading YAML")),
        built("RapidJSON", "MIT", AboutDialog::tr("reading and writing JSON")),
        built("yaml-cpp", "MIT", AboutDialog::tr("own tables and reviews")),
        built("libarchive", "BSD-2-Clause", AboutDialog::tr("reading archives")),
        built("OpenSSL", "Apache-2.0", AboutDialog::tr("SHA-256")),
        built("RE2", "BSD-3-Clause", AboutDialog::tr("patterns")),
        built("tl-expected", "CC0-1.0", AboutDialog::tr("results")),
        built("CLI11", "BSD-3-Clause", AboutDialog::tr("command line")),
        built("libqpdf", "Apache-2.0", AboutDialog::tr("finishing the PDF")),
        {QStringLiteral("Inter"), {}, QStringLiteral("OFL-1.1"), AboutDialog::tr("font")},
        {QStringLiteral("JetBrains Mono"), {}, QStringLiteral("OFL-1.1"), AboutDialog::tr("font")}};
}

QString AboutDialog::text()
{
    QString text = tr("Bartizan %1").arg(programVersion()) + QStringLiteral(", GPL-3.0-or-later\n");
    for (const UsedLibrary& library : usedLibraries())
        text += QStringLiteral("%1 %2, %3: %4\n").arg(library.name, library.version, library.licence, library.use);
    return text;
}

AboutDialog::AboutDialog(QWidget* parent) : QDialog(parent)
{
    setWindowTitle(tr("About Bartizan"));
    resize(560, 520);
    auto* title = new QLabel(tr("Bartizan %1").arg(programVersion()), this);
    QFont font = title->font();
    font.setPointSizeF(15);
    font.setWeight(QFont::DemiBold);
    title->setFont(font);
    auto* sentence = new QLabel(tr("Shows where a microservice system's defences are thin. Nothing leaves this machine.\n"
                                   "Licence: GPL-3.0-or-later. The layout helper bartizan-layout is MIT."),
                                this);
    sentence->setWordWrap(true);
    for (QLabel* label : {title, sentence})
        label->setTextFormat(Qt::PlainText);
    auto* list = new QTreeWidget(this);
    list->setAccessibleName(tr("Libraries and fonts"));
    list->setHeaderLabels({tr("Library"), tr("Version"), tr("Licence"), tr("For")});
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    for (const UsedLibrary& library : usedLibraries())
        new QTreeWidgetItem(list, {library.name, library.version, library.licence, library.use});
    for (int column = 0; column < 3; ++column)
        list->resizeColumnToContents(column);
    list->setCurrentItem(list->topLevelItem(0));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton* copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    connect(copy, &QPushButton::clicked, this, [] { QGuiApplication::clipboard()->setText(text()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(title);
    layout->addWidget(sentence);
    layout->addWidget(list, 1);
    layout->addWidget(buttons);
}

} // namespace bartizan::desktop
