// SPDX-License-Identifier: GPL-3.0-or-later
// The two heads of the matrix: columns of layers under the titles of their families, rows named "service" over
// "namespace". And the delegate that paints its cells: a mark on a tint where the layer is required.
#pragma once

#include <QHeaderView>
#include <QStyledItemDelegate>

namespace bartizan::desktop {

constexpr int matrixCellWidth = 57;
constexpr int matrixRowHeight = 26;
constexpr int matrixNameWidth = 244;

class LayerHeader final : public QHeaderView {
    Q_OBJECT
public:
    explicit LayerHeader(QWidget* parent);
    QSize sizeHint() const override { return {0, 52}; }

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
};

class ServiceHeader final : public QHeaderView {
    Q_OBJECT
public:
    explicit ServiceHeader(QWidget* parent);
    QSize sizeHint() const override { return {matrixNameWidth, 0}; }

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
};

class MatrixDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

// What the delegate asks the model for.
enum MatrixRole {
    StoneRole = Qt::UserRole + 60 /* int: Mark */,
    RequiredRole,
    CountsRole /* MarkCounts */,
    FamilyStartRole,
    SpaceRole
};

} // namespace bartizan::desktop
