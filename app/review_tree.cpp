// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/review_tree.h"

#include "app/review_comments.h"
#include "importers/document/utf8.h"

#include <algorithm>
#include <istream>
#include <streambuf>
#include <unordered_set>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

namespace bartizan::app {
namespace {

constexpr std::size_t mostNodes = 500'000;
constexpr std::size_t mostAhead = std::size_t{256} << 10; // a reason has some hundred bytes, a file's flow list a line
constexpr std::size_t mostDepth = 24;                     // ours have six levels; the rest is for newer versions

struct Refused {
    std::string id, message;
    std::uint32_t line;
};

std::uint32_t lineOf(const YAML::Mark& mark)
{
    return mark.line < 0 ? 1 : static_cast<std::uint32_t>(mark.line) + 1;
}

// Feeds yaml-cpp and ends the input when it has taken much without an event: it reads ahead without bound for the end of
// a flow collection or a plain scalar (a million of `[` would take seconds and gigabytes).
class Meter final : public std::streambuf {
public:
    Meter(std::string_view text, const JobControl& job) : m_text(text), m_job(job) {}

    void eventSeen() { m_sinceEvent = 0; }
    bool ranDry() const { return m_ranDry; }
    bool stopped() const { return m_stopped; }

protected:
    int_type underflow() override
    {
        m_stopped = m_stopped || m_job.stopped();
        if (m_at >= m_text.size() || m_stopped)
            return traits_type::eof();
        if (m_at % reportEvery == 0)
            m_job.report(Step::readingReview, m_at, m_text.size());
        if (m_sinceEvent > mostAhead) {
            m_ranDry = true;
            return traits_type::eof();
        }
        m_chunk = m_text.substr(m_at, 4096);
        m_at += m_chunk.size();
        m_sinceEvent += m_chunk.size();
        setg(m_chunk.data(), m_chunk.data(), m_chunk.data() + m_chunk.size());
        return traits_type::to_int_type(m_chunk.front());
    }

private:
    static constexpr std::size_t reportEvery = std::size_t{64} << 10;
    std::string_view m_text;
    const JobControl& m_job;
    std::string m_chunk;
    std::size_t m_at = 0, m_sinceEvent = 0;
    bool m_ranDry = false, m_stopped = false;
};

class TreeBuilder final : public YAML::EventHandler {
public:
    TreeBuilder(Meter& meter, std::string_view text, ReviewComments& comments)
        : m_meter(meter), m_text(text), m_comments(comments)
    {
    }

    ReviewNode root;

    void OnDocumentStart(const YAML::Mark& mark) override
    {
        if (m_documents++ > 0)
            throw Refused{"review-syntax", "expected one document, found another; keep one review in a file", lineOf(mark)};
    }
    void OnDocumentEnd() override {}
    std::uint32_t line() const { return m_line; } // of the last event
    // yaml-cpp takes the end of the input for a closing quote: a file that was cut would lose its end silently.
    bool endsInQuote() const { return m_lastQuote < m_text.size() && endOfQuote(m_lastQuote) == std::string_view::npos; }
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { add(mark, "", anchor, {}); }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override
    {
        throw Refused{"review-syntax", "expected a value, found an alias; write the value out", lineOf(mark)};
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, const std::string& value) override
    {
        ReviewNode node;
        node.kind = ReviewNode::Kind::scalar;
        node.text = value;
        node.quoted = tag == "!";
        m_lastQuote = node.quoted && mark.pos >= 0 ? static_cast<std::size_t>(mark.pos) : std::string_view::npos;
        if (!m_comments.empty() && m_lastQuote < m_text.size())
            m_comments.exclude(m_lastQuote, endOfQuote(m_lastQuote));
        add(mark, tag, anchor, std::move(node));
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        begin(ReviewNode::Kind::list, mark, tag, anchor);
    }
    void OnSequenceEnd() override { end(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YAML::EmitterStyle::value) override
    {
        begin(ReviewNode::Kind::mapping, mark, tag, anchor);
    }
    void OnMapEnd() override { end(); }

private:
    struct Open {
        ReviewNode node;
        std::unordered_set<std::string> seen;
    };

    void check(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor)
    {
        m_meter.eventSeen();
        m_line = lineOf(mark);
        if (anchor != YAML::NullAnchor)
            throw Refused{"review-syntax", "expected a value, found an anchor; write the value out where it is used",
                          lineOf(mark)};
        if (!tag.empty() && tag != "?" && tag != "!")
            throw Refused{"review-syntax", "expected a value without a tag, found a tag; remove it", lineOf(mark)};
        if (++m_nodes > mostNodes)
            throw Refused{"review-size", "expected at most 500,000 values, found more; split the review", lineOf(mark)};
    }
    void begin(ReviewNode::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor)
    {
        check(mark, tag, anchor);
        if (wantsKey())
            throw Refused{"review-syntax", "expected a word as a key, found a list or a mapping", lineOf(mark)};
        if (m_open.size() >= mostDepth)
            throw Refused{"review-size", "expected at most 24 levels, found more", lineOf(mark)};
        m_open.emplace_back();
        m_open.back().node.kind = kind;
        m_open.back().node.line = lineOf(mark);
    }
    void end()
    {
        ReviewNode done = std::move(m_open.back().node);
        m_open.pop_back();
        place(std::move(done));
    }
    void add(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, ReviewNode node)
    {
        check(mark, tag, anchor);
        node.line = lineOf(mark);
        if (!wantsKey())
            return place(std::move(node));
        Open& open = m_open.back();
        if (node.kind != ReviewNode::Kind::scalar)
            throw Refused{"review-syntax", "expected a word as a key, found nothing", node.line};
        if (!open.seen.insert(node.text).second)
            throw Refused{"review-syntax", "expected each key once, found one again; remove one of the two", node.line};
        open.node.keys.push_back(std::move(node.text));
        open.node.keyLines.push_back(node.line);
    }
    bool wantsKey() const
    {
        return !m_open.empty() && m_open.back().node.kind == ReviewNode::Kind::mapping &&
               m_open.back().node.keys.size() == m_open.back().node.items.size();
    }
    void place(ReviewNode node)
    {
        if (m_open.empty())
            root = std::move(node);
        else
            m_open.back().node.items.push_back(std::move(node));
    }

    // The place of the closing quote of the one at `from`; `from` where no quote is, npos where it stays open.
    std::size_t endOfQuote(std::size_t from) const
    {
        const char quote = m_text[from];
        if (quote != '"' && quote != '\'')
            return from;
        for (std::size_t at = from + 1; at < m_text.size(); ++at) {
            if (quote == '"' && m_text[at] == '\\')
                ++at;
            else if (m_text[at] == quote && quote == '\'' && at + 1 < m_text.size() && m_text[at + 1] == quote)
                ++at;
            else if (m_text[at] == quote)
                return at;
        }
        return std::string_view::npos;
    }

    Meter& m_meter;
    std::string_view m_text;
    ReviewComments& m_comments;
    std::vector<Open> m_open;
    std::size_t m_nodes = 0, m_documents = 0;
    std::size_t m_lastQuote = std::string_view::npos;
    std::uint32_t m_line = 1;
};

// yaml-cpp takes a byte 4 for the end of its input and guesses at other encodings; neither is a review.
void checkBytes(std::string_view text)
{
    std::uint32_t line = 1;
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte == '\n')
            ++line;
        if (byte < 0x80) {
            if ((byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7f)
                throw Refused{"review-encoding", "expected text, found a control character; is this a review file?", line};
            ++at;
            continue;
        }
        const Utf8Point point = decodeUtf8(text, at);
        if (point.length == 0)
            throw Refused{"review-encoding", "expected UTF-8, found other bytes; save the file as UTF-8", line};
        at += point.length;
    }
}

std::string placeOf(const std::string& name, std::uint32_t line)
{
    return " (" + name + ":" + std::to_string(line) + ")";
}

} // namespace

Error reviewSizeError(const std::string& name)
{
    return {"review-size",
            "expected at most 8 MiB, found more; a review holds decisions, give the manifests or the snapshot as sources" +
                placeOf(name, 1)};
}

Result<ReviewNode> readReviewTree(std::string_view text, const std::string& name, const JobControl& job)
{
    if (text.size() > mostReviewBytes)
        return tl::unexpected(reviewSizeError(name));
    if (text.starts_with("\xef\xbb\xbf"))
        text.remove_prefix(3);
    Meter meter(text, job);
    ReviewComments comments(text);
    TreeBuilder builder(meter, text, comments);
    const auto stopped = [] { return Error{"stopped", "stopped while the review was read"}; };
    const auto tooLong = [&] {
        return Error{"review-size", "expected values of at most 256 KiB, found a longer one; is this a review file?" +
                                        placeOf(name, builder.line())};
    };
    try {
        checkBytes(text);
        std::istream in(&meter);
        YAML::Parser parser(in);
        if (parser.HandleNextDocument(builder))
            parser.HandleNextDocument(builder); // throws where there is a second one
        if (meter.stopped())
            return tl::unexpected(stopped());
        if (meter.ranDry())
            return tl::unexpected(tooLong());
        if (builder.endsInQuote())
            return tl::unexpected(Error{"review-syntax", "expected a closing quote, found the end of the file; it may have "
                                                         "been cut, take it from version control" +
                                                             placeOf(name, builder.line())});
        comments.attach(builder.root);
        return std::move(builder.root);
    } catch (const Refused& refused) {
        if (meter.stopped())
            return tl::unexpected(stopped());
        if (meter.ranDry()) // what was cut may look like anything
            return tl::unexpected(tooLong());
        return tl::unexpected(Error{refused.id, refused.message + placeOf(name, refused.line)});
    } catch (const YAML::Exception& error) {
        if (meter.stopped())
            return tl::unexpected(stopped());
        if (meter.ranDry())
            return tl::unexpected(tooLong());
        const auto lines = static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n')) + 1;
        return tl::unexpected(Error{"review-syntax", "expected YAML, found a syntax error; mend the line or take the file "
                                                     "from version control" +
                                                         placeOf(name, std::min(lineOf(error.mark), lines))});
    }
}

} // namespace bartizan::app
