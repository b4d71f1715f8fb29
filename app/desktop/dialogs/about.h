// SPDX-License-Identifier: GPL-3.0-or-later
// What this program is, under which licence, and what it is built of: every library with its version and licence, to
// read and to copy. The versions are those it was built with; Qt's is the one that runs.
#pragma once

#include <QDialog>
#include <QString>

#include <vector>

namespace bartizan::desktop {

struct UsedLibrary {
    QString name, version, licence, use;
};
std::vector<UsedLibrary> usedLibraries();

class AboutDialog final : public QDialog {
    Q_OBJECT
public:
    explicit AboutDialog(QWidget* parent);
    static QString text(); // as it is copied
};

} // namespace bartizan::desktop
