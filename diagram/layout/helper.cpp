// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/layout/helper.h"

#include "diagram/layout/layered.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <mutex>
#include <numeric>
#include <optional>
#include <thread>

namespace bartizan::diagram::layout {

namespace {

constexpr int sliceMs = 25; // how often a wait looks at the stop token
// dot answers columns and places in them: any units do, they only say what stands left of and above what.
constexpr double columnUnit = 200;
constexpr double heightUnit = 1000;

QString findHelper(const QString& wanted)
{
    if (!wanted.isEmpty())
        return wanted;
    const QString name = QStringLiteral("bartizan-layout");
    QString fromEnvironment = qEnvironmentVariable("BARTIZAN_LAYOUT");
    if (!fromEnvironment.isEmpty())
        return fromEnvironment;
    const QString here = QCoreApplication::applicationDirPath();
    for (const char* place : {"/", "/../libexec/bartizan/", "/../lib/bartizan/", "/../diagram/", "/../../diagram/"}) {
        const QFileInfo file(here + QLatin1String(place) + name);
        if (file.isExecutable() && !file.isDir())
            return file.absoluteFilePath();
    }
    return {};
}

void addNumber(QByteArray& out, double value)
{
    char text[48];
    const auto end = std::to_chars(text, text + sizeof text, value, std::chars_format::fixed, 2).ptr;
    out.append(text, end - text).append(' ');
}

QByteArray request(const Graph& graph, bool fast)
{
    QByteArray out(fast ? "graph order low " : "graph order full ");
    addNumber(out, graph.columnGap);
    addNumber(out, graph.rowGap);
    out.append('\n');
    for (const Box& box : graph.boxes) {
        out.append("node ");
        addNumber(out, box.width);
        addNumber(out, box.height);
        out.append(box.side == Side::left ? "min" : box.side == Side::right ? "max" : "-").append('\n');
    }
    for (const Link& link : graph.links) {
        out.append("edge ").append(QByteArray::number(link.from)).append(' ').append(QByteArray::number(link.to)).append(' ');
        out.append(QByteArray::number(link.weight)).append(' ').append(QByteArray::number(link.span)).append('\n');
    }
    return out.append("end\n");
}

// Reads numbers of one line; std::from_chars, because the answer is in the C locale whatever ours is.
class Fields {
public:
    explicit Fields(const QByteArray& line) : m_at(line.constData()), m_end(m_at + line.size()) {}

    QByteArray word()
    {
        skip();
        const char* start = m_at;
        while (m_at < m_end && *m_at != ' ')
            ++m_at;
        return QByteArray(start, m_at - start);
    }

    bool number(double& value)
    {
        skip();
        const auto [end, error] = std::from_chars(m_at, m_end, value);
        m_at = end;
        return error == std::errc();
    }

private:
    void skip()
    {
        while (m_at < m_end && *m_at == ' ')
            ++m_at;
    }

    const char* m_at;
    const char* m_end;
};

class Helper {
public:
    Helper(QString program, int deadlineMs, std::stop_token stop)
        : m_program(std::move(program)), m_deadlineMs(deadlineMs), m_stop(std::move(stop))
    {
    }
    ~Helper() { kill(); }
    Helper(const Helper&) = delete;
    Helper& operator=(const Helper&) = delete;

    enum class Answer { ok, refused, died, overran, missing, cancelled };

    Answer ask(const Graph& graph, bool fast, Placement& placement)
    {
        if (!start())
            return Answer::missing;
        m_clock.start();
        m_process->write(request(graph, fast));
        QByteArray line;
        while (true) {
            const Answer state = readLine(line);
            if (state != Answer::ok)
                return state;
            if (line.startsWith("failed"))
                return Answer::refused;
            if (line == "end")
                break;
            if (!accept(line, placement)) {
                kill();
                return Answer::refused;
            }
        }
        placement.ok = placement.centres.size() == graph.boxes.size();
        return placement.ok ? Answer::ok : Answer::refused;
    }

private:
    bool start()
    {
        if (m_process && m_process->state() == QProcess::Running)
            return true;
        if (m_program.isEmpty())
            return false;
        m_process = std::make_unique<QProcess>();
        m_process->setStandardErrorFile(QProcess::nullDevice());
        m_process->start(m_program, QStringList());
        return m_process->waitForStarted(3000);
    }

    void kill()
    {
        if (!m_process)
            return;
        m_process->kill();
        m_process->waitForFinished(1000);
        m_process.reset();
    }

    Answer readLine(QByteArray& line)
    {
        while (!m_process->canReadLine()) {
            if (m_stop.stop_requested()) {
                kill();
                return Answer::cancelled;
            }
            if (m_clock.elapsed() > m_deadlineMs) {
                kill();
                return Answer::overran;
            }
            if (!m_process->waitForReadyRead(sliceMs) && m_process->state() != QProcess::Running && !m_process->canReadLine()) {
                m_process.reset(); // it crashed on this graph, or somebody ended it
                return Answer::died;
            }
        }
        line = m_process->readLine();
        if (line.endsWith('\n'))
            line.chop(1);
        return Answer::ok;
    }

    static bool accept(const QByteArray& line, Placement& placement)
    {
        Fields fields(line);
        const QByteArray word = fields.word();
        double x = 0;
        double y = 0;
        if (word == "edge") // no curves were asked for
            return true;
        if (!fields.number(x) || !fields.number(y))
            return false;
        if (word == "node")
            placement.centres.emplace_back(x * columnUnit, y * heightUnit);
        return word == "node" || word == "graph";
    }

    QString m_program;
    int m_deadlineMs;
    std::stop_token m_stop;
    std::unique_ptr<QProcess> m_process;
    QElapsedTimer m_clock;
};

// Works through the shared list of graphs with one process.
class Worker {
public:
    Worker(const std::vector<Graph>& graphs, const std::vector<std::size_t>& order, std::atomic<std::size_t>& next,
           std::vector<Placement>& results, Answers* answers)
        : m_graphs(graphs), m_order(order), m_next(next), m_results(results), m_answers(answers)
    {
    }

    HelperReport run(const QString& program, int deadlineMs, const std::stop_token& stop)
    {
        Helper helper(program, deadlineMs, stop);
        for (std::size_t turn = m_next++; turn < m_order.size(); turn = m_next++) {
            if (stop.stop_requested()) {
                m_report.cancelled = true;
                break;
            }
            const std::size_t index = m_order[turn];
            one(helper, m_graphs[index], m_results[index]);
            if (m_report.cancelled)
                break;
        }
        return m_report;
    }

private:
    void one(Helper& helper, const Graph& graph, Placement& result)
    {
        const Method method = methodFor(graph);
        bool fast = method == Method::dotFast, again = false;
        const QByteArray question = m_answers ? (method == Method::layered ? "own " : "") + request(graph, fast) : QByteArray();
        if (m_answers && m_answers->find(question, result))
            return;
        while (method != Method::layered) {
            Placement answer;
            const Helper::Answer state = helper.ask(graph, fast, answer);
            if (state == Helper::Answer::ok) {
                result = std::move(answer);
                if (m_answers && fast == (method == Method::dotFast)) // not one that took the second try
                    m_answers->keep(question, result);
                return;
            }
            m_report.missing |= state == Helper::Answer::missing;
            m_report.cancelled |= state == Helper::Answer::cancelled;
            m_report.overran += state == Helper::Answer::overran ? 1 : 0;
            if (m_report.cancelled)
                return;
            if (state == Helper::Answer::died) {
                if (again) {
                    ++m_report.died;
                    break;
                }
                again = true; // once, with the same effort: the same picture as without the accident
                ++m_report.restarted;
                continue;
            }
            if (state == Helper::Answer::missing || fast)
                break;
            fast = true;
        }
        m_report.fellBack += method == Method::layered ? 0 : 1;
        result = layered(graph);
        if (m_answers && method == Method::layered)
            m_answers->keep(question, result);
    }

    const std::vector<Graph>& m_graphs;
    const std::vector<std::size_t>& m_order;
    std::atomic<std::size_t>& m_next;
    std::vector<Placement>& m_results;
    Answers* m_answers; // may be null
    HelperReport m_report;
};

void add(HelperReport& sum, const HelperReport& part)
{
    sum.overran += part.overran;
    sum.fellBack += part.fellBack;
    sum.restarted += part.restarted;
    sum.died += part.died;
    sum.missing |= part.missing;
    sum.cancelled |= part.cancelled;
}

} // namespace

bool Answers::find(const QByteArray& question, Placement& answer) const
{
    const std::lock_guard lock(m_mutex);
    const auto known = m_known.find(question);
    if (known == m_known.end())
        return false;
    answer = known->second;
    return true;
}

void Answers::keep(const QByteArray& question, const Placement& answer)
{
    const std::lock_guard lock(m_mutex);
    m_known.emplace(question, answer);
}

Method methodFor(const Graph& graph)
{
    // Measured on random graphs: ranking and crossing reduction take 0.05 s at 200 links, low effort 0.25 s at 500; at
    // 3 links a box they explode from 300 boxes on, at 1.4 they still end in 0.6 s at 1,000.
    const std::size_t boxes = graph.boxes.size();
    const std::size_t links = graph.links.size();
    const bool sparse = links * 20 <= boxes * 29;
    if (links <= 200 || (sparse && links <= 450))
        return Method::dot;
    return links <= 500 || (sparse && links <= 1450) ? Method::dotFast : Method::layered;
}

std::vector<Placement> place(const std::vector<Graph>& graphs, const HelperOptions& options, std::stop_token stop,
                             HelperReport& report)
{
    std::vector<Placement> results(graphs.size());
    if (graphs.empty())
        return results;
    std::vector<std::size_t> order(graphs.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return graphs[a].links.size() > graphs[b].links.size(); });
    const QString program = findHelper(options.program);
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        return Worker(graphs, order, next, results, options.answers.get()).run(program, options.deadlineMs, stop);
    };
    const int helpers = std::clamp(options.processes, 1, static_cast<int>(std::min<std::size_t>(graphs.size(), 8)));
    std::mutex mutex;
    {
        std::vector<std::jthread> others;
        for (int i = 1; i < helpers; ++i) {
            others.emplace_back([&] {
                const HelperReport part = work();
                const std::lock_guard lock(mutex);
                add(report, part);
            });
        }
        const HelperReport part = work();
        const std::lock_guard lock(mutex);
        add(report, part);
    }
    return results;
}

} // namespace bartizan::diagram::layout
