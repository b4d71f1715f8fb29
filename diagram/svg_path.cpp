// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/svg_path.h"

#include <cmath>
#include <numbers>

namespace bartizan::diagram {

namespace {

class Reader {
public:
    explicit Reader(std::string_view data) : m_data(data) {}

    QPainterPath read()
    {
        char command = 0;
        while (skip(), m_at < m_data.size()) {
            const char c = m_data[m_at];
            if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) {
                command = c;
                ++m_at;
            }
            if (command == 0 || !apply(command))
                break;
        }
        return m_path;
    }

private:
    void skip()
    {
        while (m_at < m_data.size() && (m_data[m_at] == ' ' || m_data[m_at] == ','))
            ++m_at;
    }

    // Path data runs numbers together: "2.5-3" and "1.5.5" are two numbers each.
    double number()
    {
        skip();
        double sign = 1;
        if (m_at < m_data.size() && (m_data[m_at] == '-' || m_data[m_at] == '+'))
            sign = m_data[m_at++] == '-' ? -1 : 1;
        double value = 0;
        double unit = 1;
        bool fraction = false;
        for (; m_at < m_data.size(); ++m_at) {
            const char c = m_data[m_at];
            if (c == '.' && !fraction) {
                fraction = true;
            } else if (c >= '0' && c <= '9') {
                value = value * 10 + (c - '0');
                unit *= fraction ? 10 : 1;
            } else {
                break;
            }
        }
        return sign * value / unit;
    }

    bool flag()
    {
        skip();
        return m_at < m_data.size() && m_data[m_at++] == '1';
    }

    QPointF point(bool relative)
    {
        const double x = number();
        const double y = number();
        return relative ? m_path.currentPosition() + QPointF(x, y) : QPointF(x, y);
    }

    bool apply(char& command)
    {
        const bool relative = command >= 'a';
        const QPointF here = m_path.currentPosition();
        switch (relative ? command - 32 : command) {
        case 'M':
            m_path.moveTo(point(relative));
            command = relative ? 'l' : 'L';
            return true;
        case 'L':
            m_path.lineTo(point(relative));
            return true;
        case 'H':
            m_path.lineTo((relative ? here.x() : 0) + number(), here.y());
            return true;
        case 'V':
            m_path.lineTo(here.x(), (relative ? here.y() : 0) + number());
            return true;
        case 'C': {
            const QPointF first = point(relative);
            const QPointF second = point(relative);
            const QPointF end = point(relative);
            m_path.cubicTo(first, second, end);
            return true;
        }
        case 'A': {
            const double rx = number();
            const double ry = number();
            number(); // no icon turns its ellipse
            const bool large = flag();
            const bool sweep = flag();
            arc(here, point(relative), rx, ry, large, sweep);
            return true;
        }
        case 'Z':
            m_path.closeSubpath();
            return true;
        default:
            return false;
        }
    }

    // SVG 1.1, F.6.5: from end points to centre, for an unturned ellipse.
    void arc(QPointF from, QPointF to, double rx, double ry, bool large, bool sweep)
    {
        const double dx = (from.x() - to.x()) / 2 / rx;
        const double dy = (from.y() - to.y()) / 2 / ry;
        const double square = dx * dx + dy * dy;
        const double grow = square > 1 ? std::sqrt(square) : 1;
        const double reach = std::sqrt(std::max(0.0, 1 / std::max(square / (grow * grow), 1e-9) - 1)) * (large == sweep ? -1 : 1);
        const double cx = (from.x() + to.x()) / 2 + reach * dy * rx;
        const double cy = (from.y() + to.y()) / 2 - reach * dx * ry;
        const double a = rx * grow;
        const double b = ry * grow;
        const double start = std::atan2((from.y() - cy) / b, (from.x() - cx) / a);
        double span = std::atan2((to.y() - cy) / b, (to.x() - cx) / a) - start;
        constexpr double turn = 2 * std::numbers::pi;
        if (sweep && span < 0)
            span += turn;
        if (!sweep && span > 0)
            span -= turn;
        const double degrees = 180 / std::numbers::pi;
        m_path.arcTo(QRectF(cx - a, cy - b, 2 * a, 2 * b), -start * degrees, -span * degrees);
    }

    std::string_view m_data;
    std::size_t m_at = 0;
    QPainterPath m_path;
};

} // namespace

QPainterPath svgPath(std::string_view data)
{
    return Reader(data).read();
}

} // namespace bartizan::diagram
