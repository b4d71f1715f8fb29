// SPDX-License-Identifier: GPL-3.0-or-later
// The sample in a window, read once for all tests of a class that derives from it beside QObject.
#pragma once

#include "app/desktop/widgets/filter_page.h"
#include "diagram/fonts.h"
#include "tests/gui/quiet_window.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

namespace bartizan::test {

class SampleWindow {
protected:
    QTemporaryDir m_settings;
    std::unique_ptr<desktop::MainWindow> m_main;

    void openSample() // in initTestCase()
    {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
        diagram::useBundledFonts();
        m_main = quietWindow();
        m_main->show();
        QVERIFY(openSources(*m_main, {sampleFolder()}));
    }
    void activate() // in init(): a test before may have shown another window
    {
        m_main->activateWindow();
        QTRY_VERIFY(m_main->isActiveWindow());
    }
    template <class V>
    V* shownView(const char* id)
    {
        m_main->showView(QString::fromLatin1(id));
        return m_main->viewAs<V>(id);
    }
    const Posture& posture() const { return m_main->session().snapshot()->posture(); }
    const Model& model() const { return m_main->session().snapshot()->model(); }
    static int rows(const desktop::FilterPage* page) { return page->table()->model()->rowCount(); }
};

} // namespace bartizan::test
