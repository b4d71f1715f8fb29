// SPDX-License-Identifier: GPL-3.0-or-later
// The drawing on screen: pan, zoom, hover, select, keyboard. The picture is painted by graph_frame.h on another thread;
// this shows the newest one moved and scaled until the exact one is there, so that nothing here takes long. In eight
// files: graph_view.cpp (what is shown), graph_input.cpp (mouse and keys), graph_select.cpp (selection, namespaces,
// paths), graph_place.cpp (places chosen by hand), graph_show.cpp (hiding, blast radius, changes),
// graph_reach.cpp (who may reach whom), graph_lines.cpp (the lines of that lens, why one may reach another), graph_menu.cpp
// (context menu, copies).
#pragma once

#include "analysis/falls.h"
#include "app/desktop/latest_job.h"
#include "app/desktop/views/graph_frame.h"
#include "app/desktop/views/graph_notes.h"
#include "app/desktop/views/view.h"
#include "diagram/hit.h"
#include "diagram/light.h"
#include "diagram/reach.h"
#include "diagram/view.h"

#include <QTimer>
#include <QVariantAnimation>
#include <QWidget>

#include <functional>
#include <map>

class QMenu;

namespace bartizan::desktop {

class GraphOverlays;
class ReviewEditor;

class GraphView final : public View {
    Q_OBJECT
public:
    GraphView(Session& session, ViewState& state, QWidget* parent = nullptr);
    ~GraphView() override;

    void zoomBy(double factor, QPointF at);
    void fit();
    void setTheme(const diagram::Theme& theme);
    // Takes the place of the snapshot's drawing until the next one; laid out. For tests and benchmarks too.
    void showDrawing(std::shared_ptr<const diagram::Drawing> drawing);
    const diagram::Drawing* drawing() const { return m_drawing.get(); }
    const diagram::View& view() const { return m_view; }
    int matching() const;                 // services that the query leaves undimmed
    bool settle(int milliseconds = 5000); // ends motions and waits for the exact picture; true when there is one
    QSize sizeHint() const override { return {820, 560}; }

    void focusNode(int node); // selects it, tells screen readers, brings it into sight; -1: nothing
    void centreOn(QPointF scene);
    void toggleGroup(int group);
    void toggleLegend();
    void setEditor(ReviewEditor* editor); // keeps what is placed by hand; without one it lives as long as the view
    bool isCarrying() const { return m_carry.any(); }
    bool anyPlaced(bool selectionOnly) const;
    void backToAutomaticPlace(bool all); // the selection, or all
    bool hides() const { return m_view.hide; }
    static bool rememberedHides();
    void setHides(bool hides);     // what the query leaves out: hidden or dimmed; remembered
    void toggleBlast();            // what falls when the selection falls
    void showReach(bool incoming); // by the Connectivity lens: what the selection may reach, or who may reach it
    bool showsIncoming() const { return m_incoming; }
    const diagram::Reached& reached() const { return m_reached; } // of the one that is selected, once it is worked out
    QString reachInWords() const;                                 // "" = nothing is shown
    int reachLines() const;                                       // of the Connectivity lens: what no known call needs
    QString lineInWords(int line) const;
    // Why the chosen line or call is allowed, or the selection may reach something, or its first one the second.
    void askWhy();
    bool copy() override;    // the names
    void lightWeakestPath(); // to the selection
    void stepHop(int by);    // along the lit path; in the Connectivity lens from line to line
    void copyPicture();
    void copyNames() const;
    void copyEvidence() const;

signals:
    void openRequested();
    void filterApplied();
    void hopChanged(const QString& words);   // for the status line and screen readers
    void hopWithdrawn(const QString& words); // they are no longer true
    void viewMoved();
    void hidesChanged(bool hides);

protected:
    void takeSnapshot() override;
    void followSelection() override;
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    void wheelEvent(QWheelEvent*) override;
    void mousePressEvent(QMouseEvent*) override;
    void mouseMoveEvent(QMouseEvent*) override;
    void mouseReleaseEvent(QMouseEvent*) override;
    void mouseDoubleClickEvent(QMouseEvent*) override;
    void keyPressEvent(QKeyEvent*) override;
    void keyReleaseEvent(QKeyEvent*) override;
    void leaveEvent(QEvent*) override;
    void focusInEvent(QFocusEvent*) override;
    void contextMenuEvent(QContextMenuEvent*) override;
    bool event(QEvent*) override;

private:
    enum class Drag { none, pan, band, carry };
    struct Place {
        double scale = 1;
        QPointF origin;
    };

    // graph_view.cpp
    void applyQuery();
    void showEarly(); // what an import that was stopped knew before anything was decided
    void replaceDrawing(std::shared_ptr<const diagram::Drawing> drawing, bool sameSystem);
    void paintWelcome(QPainter& painter);
    void paintPicture(QPainter& painter);
    void ask();               // for the picture of m_view, once
    Place shownPlace() const; // the view, or on the way to it
    Place fittedPlace() const;
    double aspect() const; // of what is free of overlays
    void reshape();        // lays a small drawing out for the window as it is
    void moveTo(Place place, bool animated);
    void refresh();                    // the view changed: paint and overlays
    int animationMs(int wanted) const; // 0 where the desktop wants no motion
    // graph_input.cpp
    bool navigate(QKeyEvent* event);
    void hover(const diagram::Hit& hit);
    void finishBand();
    QString tipAt(QPoint at) const; // name, worst verdict, one reason
    // graph_select.cpp
    void selectNodes(std::vector<int> nodes, int primary);
    void stateChanged();
    void pathChanged();
    void ensureVisible(int node);
    void moveSelection(QPointF direction, bool extend);
    bool moveGroup(int by); // to the next namespace in reading order; false past the last
    void outOneLevel();
    void lightChosenPath(); // ViewState::path()
    void openFocused();
    void groupSelected(int group);
    void relayout(std::shared_ptr<diagram::Drawing> drawing, const std::string& keep);
    void announce(int node);
    void announceGhost(int ghost);
    int nodeOf(WorkloadId workload) const;
    // graph_place.cpp
    bool startCarry(const diagram::Hit& hit, Qt::KeyboardModifiers modifiers);
    void pickUp(std::vector<int> nodes, int group);
    void nudge(QPointF by); // by keys; kept when they rest
    void putDown(bool keep);
    void paintCarry(QPainter& painter);
    diagram::Places wantedPlaces() const;
    void changePlaces(const QString& step, const std::function<void(diagram::Places&)>& change);
    void applyPlaces(); // as the review has them now
    // graph_show.cpp
    void applyBlast();
    void markChanges(); // on m_drawing, what ViewState::compared() says
    void showGhosts();  // of services that are gone
    void showNotes();
    int coveredBy(const QRectF& box) const;
    // graph_reach.cpp
    bool looksAtReach() const;
    void applyReach();
    void dropReach();
    void addReachNote(std::vector<GraphNotes::Note>& notes);
    QString distanceInWords(const QString& who) const;
    void tell(const QString& words); // until it is no longer true
    // What is painted: m_drawing, without its light where that would compete with what the selection may reach.
    std::shared_ptr<const diagram::Drawing> painted();
    // graph_lines.cpp
    void chooseLine(int line); // -1: none
    void stepLine(int by);
    QString nameInMenu(int node) const;
    void addLineMenu(QMenu& menu, int line);
    void addWhy(QMenu& menu, const diagram::Hit& hit);
    void askWhyEdge(const diagram::Edge& edge);
    // graph_menu.cpp
    void showOnlyPaths(int node);
    void dimOtherPaths(); // dims what is on no path to m_onlyPathsOf
    QString evidenceOf(int node) const;
    std::string endOf(int node) const; // as askWhy() takes it; "" = it is no end of a connection

    std::shared_ptr<const diagram::Drawing> m_drawing, m_early; // what is shown; what the session showed early
    std::shared_ptr<const diagram::SceneIndex> m_index;
    diagram::View m_view; // where the view is, or is going
    GraphFrame m_frame;
    bool m_selectionLost = false; // with the drawing that was shown
    QImage m_before;              // of the system before it was read again, until there is one of now
    ShownFrame m_front, m_back;   // the newest picture, and the one before: it fills the rim while zooming out
    bool m_asked = false;         // for what m_view says
    std::unique_ptr<GraphOverlays> m_overlays;

    QVariantAnimation m_motion;
    QVariantAnimation m_lighting;
    Place m_from;
    QTimer m_reshape;
    double m_laidOutFor = 1.6; // width : height
    bool m_fitted = true, m_telling = false;
    Drag m_drag = Drag::none;
    bool m_moved = false, m_space = false;
    QPointF m_press, m_pointer;
    QPointF m_pressOrigin;
    int m_primary = -1; // node

    // What is being moved by hand, painted over the picture until the drawing has it at its new place.
    struct Carry {
        std::vector<int> nodes;
        int group = -1;
        std::shared_ptr<const diagram::Drawing> drawing; // that the indices are of
        std::shared_ptr<const diagram::Drawing> painted; // and that was on the screen
        QImage picture;
        QRectF scene; // that the picture shows
        std::vector<int> edges;
        std::map<int, QRectF> rests; // by open namespace: its wall without the nodes
        QPointF by;
        bool down = false; // waits for the picture of the new drawing
        bool any() const { return drawing != nullptr; }
    };
    Carry m_carry;
    QTimer m_nudged;
    ReviewEditor* m_editor = nullptr;
    diagram::Places m_places; // without an editor
    bool m_blast = false;     // asked for by key; the Sensitivity lens always shows it
    CallGraph m_calls;        // of the drawing that is shown, once somebody asks what falls
    std::shared_ptr<const diagram::Drawing> m_callsOf;
    std::unique_ptr<GraphNotes> m_notes;
    bool m_incoming = false; // of the Connectivity lens: who may reach the selection
    diagram::Reached m_reached;
    LatestJob<diagram::Reached> m_reachJob;
    struct ReachQuestion {
        std::shared_ptr<const diagram::Drawing> drawing;
        std::weak_ptr<const Snapshot> snapshot; // what is dropped is freed elsewhere, not here
        std::uint32_t tag = ~0U;
        bool incoming = false;
    };
    ReachQuestion m_question;                                 // that m_reached answers, or the job will
    QString m_told;                                           // by tell()
    std::shared_ptr<const diagram::Drawing> m_calm, m_calmOf; // m_calmOf without its light
    bool m_pathAsked = false;                                 // a path was lit on purpose since the lens was looked at

    diagram::LitPath m_lit;
    int m_hop = -1;
    WorkloadId m_onlyPathsOf;
    LatestJob<std::shared_ptr<const diagram::Drawing>> m_layout;
};

} // namespace bartizan::desktop
