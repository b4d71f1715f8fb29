// SPDX-License-Identifier: GPL-3.0-or-later
// The drawing on screen: pan, zoom, hover, select, keyboard. Paints through diagram::paintDrawing into an image that is
// kept while nothing changes, so that moving the pointer costs nothing.
#pragma once

#include "app/desktop/latest_job.h"
#include "app/desktop/session.h"
#include "app/desktop/view_state.h"
#include "diagram/hit.h"
#include "diagram/stamps.h"
#include "diagram/view.h"

#include <QImage>
#include <QWidget>

namespace bartizan::desktop {

class GraphView final : public QWidget {
    Q_OBJECT
public:
    GraphView(Session& session, ViewState& state, QWidget* parent = nullptr);

    void zoomBy(double factor, QPointF at);
    void fit();
    void setDark(bool dark);
    const diagram::Drawing* drawing() const { return m_drawing.get(); }
    const diagram::View& view() const { return m_view; }
    int matching() const; // services that the query leaves undimmed
    QSize sizeHint() const override { return {820, 560}; }

signals:
    void openRequested();
    void filterApplied();

protected:
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    void wheelEvent(QWheelEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void mouseReleaseEvent(QMouseEvent*) override;
    void mouseDoubleClickEvent(QMouseEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    void leaveEvent(QEvent*) override;
    bool event(QEvent*) override;

private:
    void snapshotChanged();
    void workloadChanged();
    void applyQuery();
    void select(int node);
    void moveSelection(QPointF direction);
    void ensureVisible(int node);
    void toggleGroup(int group);
    void relayout(std::shared_ptr<diagram::Drawing> drawing);
    void invalidate();

    Session& m_session;
    ViewState& m_state;
    std::shared_ptr<const diagram::Drawing> m_drawing;
    diagram::View m_view;
    diagram::StampCache m_stamps;
    QImage m_image;
    bool m_valid = false, m_fitted = true, m_dragging = false;
    QPointF m_press;
    QPointF m_pressOrigin;
    LatestJob<std::shared_ptr<const diagram::Drawing>> m_layout;
};

} // namespace bartizan::desktop
