// SPDX-License-Identifier: GPL-3.0-or-later
// A recursive descent. Blanks are spaces and tabs, strings have no escapes, labels are letters, digits and _ . / -, as
// in Calico's own tokenizer. The words of operators need no blank after them: k in{'a'}.
#include "importers/policies/calico_selector.h"

#include "model/ascii.h"

#include <algorithm>
#include <utility>

namespace bartizan::importers {
namespace {

using Op = LabelCondition::Op;
using Of = LabelCondition::Of;

constexpr std::string_view namespaceName = "kubernetes.io/metadata.name";
constexpr std::string_view accountName = "projectcalico.org/serviceaccount";

LabelCondition on(Op op, Of of, std::string_view key, std::vector<std::string> values = {})
{
    LabelCondition condition;
    condition.op = op;
    condition.of = of;
    condition.key = std::string(key);
    condition.values = std::move(values);
    return condition;
}

LabelCondition together(Op op, std::vector<LabelCondition> parts)
{
    if (parts.size() == 1)
        return std::move(parts.front());
    LabelCondition condition;
    condition.op = op;
    condition.parts = std::move(parts);
    return condition;
}

bool holds(Op op, const std::vector<std::string>& values, std::string_view value)
{
    switch (op) {
    case Op::in:
        return std::find(values.begin(), values.end(), value) != values.end();
    case Op::exists:
        return true;
    case Op::contains:
        return value.find(values.front()) != std::string_view::npos;
    case Op::startsWith:
        return value.starts_with(values.front());
    case Op::endsWith:
        return value.ends_with(values.front());
    default:
        return false;
    }
}

class Parser {
public:
    Parser(std::string_view text, Of whose) : m_text(text), m_whose(whose) {}

    CalicoSelector parse()
    {
        CalicoSelector result;
        if (m_text.size() > calicoSelectorBytes) {
            fail("at most " + std::to_string(calicoSelectorBytes) + " bytes");
        } else if (skipBlanks(); m_at < m_text.size()) {
            result.condition = either(0);
            if (skipBlanks(); m_at < m_text.size())
                fail("an operator or the end");
        }
        result.error = std::move(m_error);
        result.position = m_position;
        if (!result.valid())
            result.condition = {};
        return result;
    }

private:
    void skipBlanks()
    {
        while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == '\t'))
            ++m_at;
    }
    bool failed() const { return !m_error.empty(); }
    LabelCondition fail(std::string expected)
    {
        if (!failed()) {
            m_error = std::move(expected);
            m_position = m_at;
        }
        return {};
    }
    bool take(std::string_view word)
    {
        skipBlanks();
        if (failed() || !m_text.substr(m_at).starts_with(word))
            return false;
        m_at += word.size();
        return true;
    }
    bool expect(std::string_view word)
    {
        if (take(word))
            return true;
        fail(std::string(word));
        return false;
    }

    std::string_view label()
    {
        skipBlanks();
        const std::size_t start = m_at;
        constexpr std::string_view marks = "_./-";
        while (m_at < m_text.size() && (isAlnum(m_text[m_at]) || marks.find(m_text[m_at]) != std::string_view::npos))
            ++m_at;
        return m_text.substr(start, m_at - start);
    }

    std::string quoted()
    {
        skipBlanks();
        const char quote = m_at < m_text.size() ? m_text[m_at] : ' ';
        const std::size_t end = quote == '\'' || quote == '"' ? m_text.find(quote, m_at + 1) : std::string_view::npos;
        if (end == std::string_view::npos) {
            fail("a value in quotes");
            return {};
        }
        const std::string_view value = m_text.substr(m_at + 1, end - m_at - 1);
        m_at = end + 1;
        return std::string(value);
    }

    std::vector<std::string> set()
    {
        std::vector<std::string> values;
        if (!expect("{"))
            return values;
        while (!take("}")) { // a set may be empty or end with a comma
            values.push_back(quoted());
            if (failed() || (!take(",") && !expectLast()))
                break;
        }
        std::sort(values.begin(), values.end());
        values.erase(std::unique(values.begin(), values.end()), values.end());
        return values;
    }
    bool expectLast() // the brace stays for the loop
    {
        skipBlanks();
        if (m_text.substr(m_at).starts_with('}'))
            return true;
        fail(", or }");
        return false;
    }

    LabelCondition either(std::size_t depth)
    {
        std::vector<LabelCondition> parts;
        do
            parts.push_back(both(depth));
        while (take("||"));
        return together(Op::any, std::move(parts));
    }

    LabelCondition both(std::size_t depth)
    {
        std::vector<LabelCondition> parts;
        do
            parts.push_back(operand(depth));
        while (take("&&"));
        return together(Op::all, std::move(parts));
    }

    LabelCondition operand(std::size_t depth)
    {
        bool negate = false;
        while (take("!"))
            negate = !negate;
        LabelCondition condition = term(depth);
        return negate ? negated(std::move(condition)) : condition;
    }

    LabelCondition term(std::size_t depth)
    {
        if (failed())
            return {};
        if (depth >= calicoSelectorDepth)
            return fail("at most " + std::to_string(calicoSelectorDepth) + " levels of parentheses");
        if (take("(")) {
            LabelCondition inner = either(depth + 1);
            expect(")");
            return inner;
        }
        if (take("has(")) {
            const std::string_view key = label();
            if (key.empty())
                return fail("a label");
            expect(")");
            return asked(Op::exists, key, {});
        }
        if (take("all(")) {
            expect(")");
            return m_whose == Of::space ? on(Op::exists, Of::space, namespaceName) : LabelCondition();
        }
        const std::size_t start = m_at;
        if (take("global(")) {
            if (m_whose != Of::space) {
                m_at = start;
                return fail("global() in a namespaceSelector only");
            }
            expect(")");
            return negated(on(Op::exists, Of::space, namespaceName));
        }
        const std::string_view key = label();
        if (key.empty())
            return fail("a label, has(, all( or (");
        return comparison(key);
    }

    LabelCondition comparison(std::string_view key)
    {
        if (take("=="))
            return asked(Op::in, key, {quoted()});
        if (take("!="))
            return negated(asked(Op::in, key, {quoted()}));
        if (take("contains"))
            return asked(Op::contains, key, {quoted()});
        if (take("starts"))
            return expect("with") ? asked(Op::startsWith, key, {quoted()}) : LabelCondition();
        if (take("ends"))
            return expect("with") ? asked(Op::endsWith, key, {quoted()}) : LabelCondition();
        if (take("not"))
            return expect("in") ? negated(asked(Op::in, key, set())) : LabelCondition();
        if (take("in"))
            return asked(Op::in, key, set());
        return fail("an operator (==, in, contains, ...)");
    }

    // Where the label stands: Calico gives pods those of their namespace and account with a prefix.
    LabelCondition asked(Op op, std::string_view key, std::vector<std::string> values) const
    {
        if (m_whose != Of::pod)
            return on(op, m_whose, key, std::move(values));
        if (key == "projectcalico.org/namespace")
            return on(op, Of::space, namespaceName, std::move(values));
        if (key == "projectcalico.org/orchestrator") {
            // Every pod has it with this value and no network set has it; the same is true of the account's name.
            const bool pods = holds(op, values, "k8s");
            return pods ? on(Op::exists, Of::pod, accountName) : on(Op::in, Of::pod, accountName); // one of no values: never
        }
        if (key.starts_with("pcns."))
            return on(op, Of::space, key.substr(5), std::move(values));
        if (key.starts_with("pcsa."))
            return on(op, Of::account, key.substr(5), std::move(values));
        return on(op, Of::pod, key, std::move(values));
    }

    std::string_view m_text;
    Of m_whose;
    std::size_t m_at = 0, m_position = 0;
    std::string m_error;
};

} // namespace

LabelCondition negated(LabelCondition condition)
{
    LabelCondition result;
    result.op = Op::none;
    result.parts.push_back(std::move(condition));
    return result;
}

CalicoSelector parseCalicoSelector(std::string_view text, LabelCondition::Of whose)
{
    return Parser(text, whose).parse();
}

} // namespace bartizan::importers
