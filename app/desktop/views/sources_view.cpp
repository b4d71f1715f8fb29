// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/sources_view.h"

#include "app/desktop/palette.h"
#include "app/desktop/plain_text.h"
#include "app/load.h"
#include "diagram/icons.h"
#include "diagram/text.h"
#include "report/text/sections.h"

#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <map>

namespace bartizan::desktop {

namespace {

constexpr int rowHeight = 35;

class TwoLines final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const diagram::Theme& theme = shownTheme();
        const auto& row = static_cast<const SourcesModel*>(index.model())->rows()[static_cast<std::size_t>(index.row())];
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, theme.sel);
        const QRectF box(option.rect);
        const diagram::Icon icon = row.problem   ? diagram::Icon::warning
                                   : row.archive ? diagram::Icon::archive
                                   : row.folder  ? diagram::Icon::folder
                                                 : diagram::Icon::file;
        diagram::drawIcon(*painter, icon, QRectF(box.left() + 10, box.top() + 5, 14, 14),
                          row.problem ? theme.partial : theme.ink2);
        const double left = box.left() + 30, room = box.right() - left - 8;
        const diagram::TextStyle name{12.5, QFont::Normal, false}, summary{11, QFont::Normal, false};
        diagram::drawText(*painter, {left, box.top() + 15.5}, diagram::elideMiddle(row.name, name, room), name, theme.ink);
        diagram::drawText(*painter, {left, box.top() + 29.5}, diagram::elideRight(row.summary, summary, room), summary,
                          theme.ink2);
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {180, rowHeight}; }
};

QString titleOf(const std::string& format)
{
    for (const report::FormatInfo& info : app::knownFormats())
        if (info.id == format)
            return shown(info.title);
    return shown(format);
}

} // namespace

void SourcesModel::setInventory(const Inventory& inventory, const Posture& posture)
{
    std::vector<SourceRow> rows;
    for (std::size_t i = 0; i < inventory.sources.size(); ++i) {
        const Source& source = inventory.sources[i];
        struct Sum {
            int files = 0;
            quint64 objects = 0;
        };
        std::map<std::string, Sum> byFormat;
        int files = 0;
        for (const SourceFile& file : inventory.files) {
            if (file.source.pos() != i)
                continue;
            ++files;
            ++byFormat[file.format].files;
            byFormat[file.format].objects += file.objects;
        }
        SourceRow row;
        row.name = shown(report::shortName(source));
        row.folder = source.format == "folder";
        row.archive = source.format == "archive";
        row.summary =
            tr("%n files", nullptr, files) + QStringLiteral(", ") + tr("%n objects", nullptr, static_cast<int>(source.objects));
        rows.push_back(row);
        if (byFormat.size() < 2)
            continue;
        for (const auto& [format, sum] : byFormat) {
            SourceRow part;
            part.problem = format == "unrecognised";
            part.name = part.problem ? tr("Not recognised") : titleOf(format);
            part.summary = tr("%n files", nullptr, sum.files);
            if (sum.objects > 0)
                part.summary += QStringLiteral(", ") + tr("%n objects", nullptr, static_cast<int>(sum.objects));
            rows.push_back(part);
        }
    }
    if (!inventory.reports.empty()) {
        std::size_t covered = 0, images = 0;
        for (const WorkloadPosture& workload : posture.workloads)
            for (const WorkloadPosture::ImageScan& scan : workload.images) {
                ++images;
                covered += scan.scanned == Verdict::present ? 1 : 0;
            }
        SourceRow row;
        row.name = tr("%n scan reports", nullptr, static_cast<int>(inventory.reports.size()));
        row.summary = tr("%1 of %2 images in use reported").arg(covered).arg(images);
        rows.push_back(row);
    }
    setRows(std::move(rows));
}

QVariant SourcesModel::cell(const SourceRow& row, int, int role) const
{
    if (role == Qt::DisplayRole)
        return row.name;
    if (role == Qt::ToolTipRole)
        return plainToolTip(row.name + QLatin1Char('\n') + row.summary);
    if (role == Qt::AccessibleDescriptionRole)
        return row.summary;
    return {};
}

SourcesView::SourcesView(const ViewContext& context, QWidget* parent) : View(context, parent), m_list(new QListView(this))
{
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new TwoLines(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setAccessibleName(tr("Sources"));
    setFocusProxy(m_list);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list);
}

void SourcesView::takeSnapshot()
{
    const SnapshotPtr snapshot = m_session.snapshot();
    m_model.setInventory(snapshot->model().inventory, snapshot->posture());
}

} // namespace bartizan::desktop
