// SPDX-License-Identifier: GPL-3.0-or-later
// A card of the first screen: a frame with rounded corners, a title with a quiet word beside it, and what it holds. And
// the table that lives in a card: as high as its rows, without scroll bars of its own, so that the page scrolls as one.
#pragma once

#include <QFrame>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

namespace bartizan::desktop {

class Card final : public QFrame {
    Q_OBJECT
public:
    Card(const QString& title, QWidget* parent);
    void setTitle(const QString& title);
    void setAside(const QString& text); // beside the title: "3 entries; weakest first"
    QVBoxLayout* content() const { return m_content; }

protected:
    void paintEvent(QPaintEvent*) override;

private:
    QLabel* m_title;
    QLabel* m_aside;
    QVBoxLayout* m_content;
};

class CardTable final : public QTableView {
    Q_OBJECT
public:
    CardTable(QAbstractItemModel* model, int rowHeight, QWidget* parent);
    void setShares(const std::vector<int>& shares); // of the width, by column

protected:
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override; // the page scrolls, not the table
    void focusOutEvent(QFocusEvent* event) override;

private:
    void fitHeight();
    void share();
    std::vector<int> m_shares;
};

} // namespace bartizan::desktop
