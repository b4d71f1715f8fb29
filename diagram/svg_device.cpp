// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/svg_device.h"

#include <QFont>
#include <QPaintEngine>
#include <QPainterPath>
#include <QPen>
#include <QTextItem>

#include <charconv>
#include <cmath>

namespace bartizan::diagram {

namespace {

// Two decimals are a fiftieth of a pixel; zeros at the end are dropped.
void addNumber(QByteArray& out, double value)
{
    char text[48];
    const double rounded = std::round(value * 100) / 100;
    const auto end = std::to_chars(text, text + sizeof text, rounded == 0 ? 0.0 : rounded).ptr;
    out.append(text, end - text);
}

QByteArray number(double value)
{
    QByteArray out;
    addNumber(out, value);
    return out;
}

void addPoint(QByteArray& out, char command, double x, double y)
{
    out.append(command);
    addNumber(out, x);
    out.append(' ');
    addNumber(out, y);
}

QByteArray pathData(const QPainterPath& path)
{
    QByteArray out;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element e = path.elementAt(i);
        if (e.isMoveTo())
            addPoint(out, 'M', e.x, e.y);
        else if (e.isLineTo())
            addPoint(out, 'L', e.x, e.y);
        else if (e.isCurveTo())
            addPoint(out, 'C', e.x, e.y);
        else
            addPoint(out, ' ', e.x, e.y);
    }
    return out;
}

QByteArray colour(const char* name, const QColor& c, double opacity)
{
    const double alpha = c.alphaF() * opacity;
    QByteArray out = QByteArray(" ") + name + "=\"" + c.name().toLatin1() + '"';
    if (alpha < 0.999)
        out += QByteArray(" ") + name + "-opacity=\"" + number(alpha) + '"';
    return out;
}

} // namespace

class SvgEngine : public QPaintEngine {
public:
    SvgEngine()
        : QPaintEngine(QPaintEngine::PaintEngineFeatures(QPaintEngine::Antialiasing | QPaintEngine::PainterPaths |
                                                         QPaintEngine::AlphaBlend | QPaintEngine::ConstantOpacity |
                                                         QPaintEngine::PrimitiveTransform))
    {
    }

    QByteArray body;

    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    Type type() const override { return QPaintEngine::User; }
    void updateState(const QPaintEngineState&) override {} // read from `state` when something is painted

    void drawPath(const QPainterPath& path) override { write(pathData(path), true); }

    void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override
    {
        QByteArray data;
        for (int i = 0; i < count; ++i)
            addPoint(data, i == 0 ? 'M' : 'L', points[i].x(), points[i].y());
        if (mode != PolylineMode)
            data += 'Z';
        write(data, mode != PolylineMode);
    }

    void drawTextItem(const QPointF& at, const QTextItem& item) override
    {
        const QFont font = item.font();
        body += "<text x=\"" + number(at.x()) + "\" y=\"" + number(at.y()) + '"' + transform();
        // Where the font is not at hand, another one takes the room that was measured with it.
        if (item.text().size() > 1 && item.width() > 0)
            body += " textLength=\"" + number(item.width()) + "\" lengthAdjust=\"spacingAndGlyphs\"";
        body += " font-family=\"" + xmlEscaped(font.family()).toUtf8() + "\" font-size=\"" + number(font.pixelSize()) + '"';
        if (font.weight() != QFont::Normal)
            body += " font-weight=\"" + QByteArray::number(font.weight()) + '"';
        body += colour("fill", state->pen().color(), state->opacity()) + " xml:space=\"preserve\">";
        body += xmlEscaped(item.text()).toUtf8() + "</text>\n";
    }

    void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override {} // nothing of ours is a pixmap

private:
    QByteArray transform() const
    {
        const QTransform t = state->transform();
        if (t.isIdentity())
            return {};
        QByteArray out(" transform=\"");
        if (t.type() == QTransform::TxTranslate)
            return out + "translate(" + number(t.dx()) + ' ' + number(t.dy()) + ")\"";
        out += "matrix(";
        for (const double v : {t.m11(), t.m12(), t.m21(), t.m22()}) {
            char text[48];
            const auto end = std::to_chars(text, text + sizeof text, std::round(v * 1e5) / 1e5).ptr;
            out.append(text, end - text).append(' ');
        }
        return out + number(t.dx()) + ' ' + number(t.dy()) + ")\"";
    }

    void write(const QByteArray& data, bool fillable)
    {
        if (data.isEmpty())
            return;
        const QBrush brush = state->brush();
        const QPen pen = state->pen();
        const bool fill = fillable && brush.style() != Qt::NoBrush && brush.color().alpha() > 0;
        const bool stroke = pen.style() != Qt::NoPen && pen.color().alpha() > 0;
        if (!fill && !stroke)
            return;
        body += "<path d=\"" + data + '"' + transform();
        body += fill ? colour("fill", brush.color(), state->opacity()) : QByteArray(" fill=\"none\"");
        if (stroke)
            body += strokeOf(pen);
        body += "/>\n";
    }

    QByteArray strokeOf(const QPen& pen) const
    {
        const double width = pen.widthF() > 0 ? pen.widthF() : 1;
        QByteArray out = colour("stroke", pen.color(), state->opacity()) + " stroke-width=\"" + number(width) + '"';
        if (pen.capStyle() == Qt::RoundCap)
            out += " stroke-linecap=\"round\"";
        else if (pen.capStyle() == Qt::SquareCap)
            out += " stroke-linecap=\"square\"";
        if (pen.joinStyle() == Qt::RoundJoin)
            out += " stroke-linejoin=\"round\"";
        if (pen.style() != Qt::SolidLine) {
            out += " stroke-dasharray=\"";
            for (const double dash : pen.dashPattern())
                out += number(dash * width) + ' ';
            out += '"';
        }
        return out;
    }
};

SvgDevice::SvgDevice(QSizeF size, QString title)
    : m_size(size), m_title(std::move(title)), m_engine(std::make_unique<SvgEngine>())
{
}

SvgDevice::~SvgDevice() = default;

QPaintEngine* SvgDevice::paintEngine() const
{
    return m_engine.get();
}

int SvgDevice::metric(PaintDeviceMetric metric) const
{
    switch (metric) {
    case PdmWidth:
        return static_cast<int>(std::ceil(m_size.width()));
    case PdmHeight:
        return static_cast<int>(std::ceil(m_size.height()));
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
        return 96;
    case PdmDepth:
        return 32;
    case PdmDevicePixelRatio:
        return 1;
    case PdmDevicePixelRatioScaled:
        return static_cast<int>(devicePixelRatioFScale());
    default:
        return QPaintDevice::metric(metric);
    }
}

QByteArray SvgDevice::bytes() const
{
    const QByteArray width = number(m_size.width());
    const QByteArray height = number(m_size.height());
    QByteArray out(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" width=\"");
    out += width + "\" height=\"" + height + "\" viewBox=\"0 0 " + width + ' ' + height + "\">\n";
    if (!m_title.isEmpty())
        out += "<title>" + xmlEscaped(m_title).toUtf8() + "</title>\n";
    return out + m_engine->body + "</svg>\n";
}

QByteArray SvgDevice::body() const
{
    return m_engine->body;
}

QString xmlEscaped(const QString& text)
{
    QString clean;
    clean.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool pair = c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (pair) {
            clean += c;
            clean += text[++i];
        } else if (c.isSurrogate() || c.unicode() >= 0xFFFE || (c.unicode() < 0x20 && c != u'\t' && c != u'\n' && c != u'\r')) {
            clean += QChar(QChar::ReplacementCharacter);
        } else {
            clean += c;
        }
    }
    return clean.toHtmlEscaped();
}

} // namespace bartizan::diagram
