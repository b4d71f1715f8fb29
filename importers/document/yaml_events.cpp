// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/document/yaml_events.h"

#include "importers/document/scalars.h"
#include "importers/document/tree_access.h"

#include <algorithm>
#include <cstring>
#include <yaml.h>

namespace bartizan::document {

namespace {

std::string_view viewOf(const yaml_char_t* text, std::size_t length)
{
    return {reinterpret_cast<const char*>(text), length};
}

std::string stringOf(const yaml_char_t* text)
{
    return text ? reinterpret_cast<const char*>(text) : "";
}

const yaml_char_t* anchorOf(const yaml_event_t& event)
{
    switch (event.type) {
    case YAML_SCALAR_EVENT:
        return event.data.scalar.anchor;
    case YAML_SEQUENCE_START_EVENT:
        return event.data.sequence_start.anchor;
    case YAML_MAPPING_START_EVENT:
        return event.data.mapping_start.anchor;
    default:
        return nullptr;
    }
}

bool isBlockStyle(const yaml_event_t& event)
{
    const yaml_scalar_style_t style = event.data.scalar.style;
    return style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE;
}

bool isPlain(const yaml_event_t& event)
{
    return event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
}

// Tags of YAML's own types are honoured; others are kept as if they were not there.
void typeOf(const yaml_event_t& event, Builder::Scalar& scalar)
{
    const NodeKind plain = plainKind(scalar.text);
    scalar.quoted = !isPlain(event);
    scalar.kind = scalar.quoted ? NodeKind::string : plain;
    const std::string tag = stringOf(event.data.scalar.tag);
    if (tag.empty())
        return;
    if (tag == "!" || tag == YAML_STR_TAG) {
        scalar.quoted = true;
        scalar.kind = NodeKind::string;
    } else if (tag == YAML_INT_TAG && plain == NodeKind::integer) {
        scalar.kind = plain;
    } else if (tag == YAML_FLOAT_TAG && (plain == NodeKind::integer || plain == NodeKind::real)) {
        scalar.kind = NodeKind::real;
    } else if (tag == YAML_NULL_TAG || tag == YAML_BOOL_TAG) {
        scalar.kind = plain;
    }
    if (scalar.kind != NodeKind::string)
        scalar.quoted = false;
}

bool isMergeKey(const yaml_event_t& event)
{
    if (viewOf(event.data.scalar.value, event.data.scalar.length) != "<<")
        return false;
    return (isPlain(event) && !event.data.scalar.tag) || stringOf(event.data.scalar.tag) == "tag:yaml.org,2002:merge";
}

} // namespace

YamlEvents::YamlEvents(YamlFile& file, std::size_t begin, std::size_t end)
    : m_file(file), m_base(begin), m_text(file.text->bytes().substr(begin, end - begin)), m_cursor(m_text, file.ascii),
      m_previousEnd(begin)
{
}

// libyaml decodes all it is given; small portions first keep a file of a hundred thousand broken documents linear.
std::size_t YamlEvents::give(unsigned char* buffer, std::size_t room)
{
    const std::size_t count = std::min({room, m_portion, m_text.size() - m_given});
    std::memcpy(buffer, m_text.data() + m_given, count);
    m_given += count;
    m_portion = std::min(m_portion * 2, std::size_t{1} << 20); // doubling for ever would come to nothing
    return count;
}

std::size_t YamlEvents::beginOf(const yaml_event_t& event)
{
    return m_base + m_cursor.byteOf(event.start_mark.index);
}
std::size_t YamlEvents::endOf(const yaml_event_t& event)
{
    return m_base + m_cursor.byteOf(event.end_mark.index);
}

bool YamlEvents::refuse(std::string id, std::string message, std::size_t at)
{
    m_file.problems.add(ProblemSeverity::error, std::move(id), std::move(message), m_file.problems.at(at, m_file.number));
    m_refusedAt = at;
    return false;
}

YamlStop YamlEvents::stopAt(const yaml_parser_t& parser)
{
    YamlStop stop;
    stop.stopped = true;
    stop.offset = m_base + m_cursor.byteOf(parser.problem_mark.index);
    stop.documentAt = m_inDocument ? m_documentAt : std::min(m_previousEnd, stop.offset);
    if (!m_inDocument)
        ++m_file.number;
    stop.syntax = parser.problem ? parser.problem : "not enough memory";
    if (parser.context && parser.context_mark.index != parser.problem_mark.index)
        stop.openSince = m_file.text->lineAt(m_base + m_cursor.byteOf(parser.context_mark.index));
    return stop;
}

YamlStop YamlEvents::read()
{
    yaml_parser_t parser;
    if (!yaml_parser_initialize(&parser))
        return {true, true, m_base, m_base, "not enough memory"};
    const std::unique_ptr<yaml_parser_t, void (*)(yaml_parser_t*)> guard(&parser, yaml_parser_delete);
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input(
        &parser,
        [](void* self, unsigned char* buffer, std::size_t room, std::size_t* count) {
            *count = static_cast<YamlEvents*>(self)->give(buffer, room);
            return 1;
        },
        this);
    for (;;) {
        yaml_event_t event;
        if (!yaml_parser_parse(&parser, &event))
            return stopAt(parser);
        const std::unique_ptr<yaml_event_t, void (*)(yaml_event_t*)> eventGuard(&event, yaml_event_delete);
        if (event.type == YAML_STREAM_END_EVENT || event.type == YAML_NO_EVENT)
            return {};
        if (!this->event(event)) {
            YamlStop stop;
            stop.stopped = true;
            stop.final = m_file.builder.exhausted() || m_file.documents.size() >= m_file.limits.documents;
            stop.offset = std::max(m_refusedAt, beginOf(event));
            stop.documentAt = m_documentAt;
            return stop;
        }
    }
}

bool YamlEvents::event(const yaml_event_t& event)
{
    if (m_discardNodes > 0)
        return discardEvent(event);
    switch (event.type) {
    case YAML_DOCUMENT_START_EVENT:
        ++m_file.number;
        m_inDocument = true;
        m_emptyDocument = true;
        m_explicitStart = !event.data.document_start.implicit;
        m_documentAt = beginOf(event);
        m_open.clear();
        m_anchors.clear();
        if (m_file.documents.size() >= m_file.limits.documents) {
            return refuse("limit-documents", "this file holds more documents than are read from one file; split it",
                          m_documentAt);
        }
        m_file.builder.start(m_file.number);
        return true;
    case YAML_DOCUMENT_END_EVENT:
        endDocument();
        return true;
    case YAML_SCALAR_EVENT:
        return scalar(event);
    case YAML_ALIAS_EVENT:
        return alias(event);
    case YAML_SEQUENCE_START_EVENT:
        return open(event, false);
    case YAML_MAPPING_START_EVENT:
        return open(event, true);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        close(event);
        return true;
    default:
        return true;
    }
}

Builder::Scalar YamlEvents::scalarOf(const yaml_event_t& event)
{
    const std::string_view bytes = m_file.text->bytes();
    Builder::Scalar scalar;
    scalar.text = viewOf(event.data.scalar.value, event.data.scalar.length);
    scalar.begin = beginOf(event);
    scalar.end = endOf(event);
    if (isBlockStyle(event)) {
        scalar.end = m_base + blockScalarEnd(m_text, scalar.begin - m_base, scalar.end - m_base);
    } else if (scalar.text.empty() && scalar.begin == scalar.end) {
        scalar.end = 0; // a value that is not there ends with its key; libyaml may mark it at the next token
    }
    const bool hasProperties = event.data.scalar.anchor || event.data.scalar.tag;
    std::size_t at = hasProperties ? skipProperties(bytes, scalar.begin, scalar.end) : scalar.begin;
    if (!isPlain(event))
        ++at;
    const std::size_t after = at + scalar.text.size() + (isPlain(event) ? 0 : 1);
    if (after == scalar.end && bytes.substr(at, scalar.text.size()) == scalar.text)
        scalar.textAt = at;
    return scalar;
}

bool YamlEvents::scalar(const yaml_event_t& event)
{
    Builder::Scalar scalar = scalarOf(event);
    if (expectsKey()) {
        m_open.back().expectKey = false;
        if (event.data.scalar.anchor) {
            typeOf(event, scalar);
            Anchor& anchor = m_anchors[stringOf(event.data.scalar.anchor)];
            anchor = {};
            anchor.value = m_file.builder.valueOf(scalar);
        }
        if (isMergeKey(event))
            m_file.builder.mergeKey(scalar.begin, scalar.end);
        else if (scalar.textAt != Builder::Scalar::notInFile)
            m_file.builder.key(m_file.text->bytes().substr(scalar.textAt, scalar.text.size()), true, scalar.begin, scalar.end);
        else
            m_file.builder.key(scalar.text, false, scalar.begin, std::max(scalar.begin, scalar.end));
        return true;
    }
    typeOf(event, scalar);
    const bool absent = scalar.kind == NodeKind::null && scalar.text.empty();
    if (!absent || event.data.scalar.anchor || event.data.scalar.tag)
        m_emptyDocument = false;
    if (!m_file.builder.scalar(scalar)) {
        m_refusedAt = scalar.begin;
        return false;
    }
    valueDone(stringOf(event.data.scalar.anchor), ++m_serial);
    return true;
}

bool YamlEvents::open(const yaml_event_t& event, bool mapping)
{
    const std::size_t begin = beginOf(event);
    m_emptyDocument = false;
    if (expectsKey())
        return complexKey(begin) && discardEvent(event);
    if (!m_file.builder.open(mapping ? NodeKind::mapping : NodeKind::sequence, begin)) {
        m_refusedAt = begin;
        return false;
    }
    Open open;
    open.mapping = mapping;
    open.expectKey = mapping;
    open.flow = mapping ? event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
                        : event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
    open.anchor = stringOf(anchorOf(event));
    open.anchorSerial = ++m_serial;
    if (!open.anchor.empty()) {
        Anchor& anchor = m_anchors[open.anchor];
        anchor.open = true;
        anchor.serial = open.anchorSerial;
    }
    m_open.push_back(std::move(open));
    return true;
}

void YamlEvents::close(const yaml_event_t& event)
{
    const Open open = std::move(m_open.back());
    m_open.pop_back();
    // Block collections end where the next token starts for libyaml; the builder takes their last child's end.
    const bool marked = open.flow && event.end_mark.index > event.start_mark.index;
    m_file.builder.close(marked ? endOf(event) : 0);
    valueDone(open.anchor, open.anchorSerial);
}

// A scalar or collection is complete: name it, and expect a key next if it was a mapping's value.
void YamlEvents::valueDone(const std::string& name, std::uint32_t serial)
{
    if (!name.empty()) {
        Anchor& anchor = m_anchors[name];
        if (serial >= anchor.serial) { // else the name was given again inside
            anchor.value = m_file.builder.lastValue();
            anchor.serial = serial;
            anchor.open = false;
        }
    }
    if (!m_open.empty() && m_open.back().mapping)
        m_open.back().expectKey = true;
}

bool YamlEvents::alias(const yaml_event_t& event)
{
    const std::size_t begin = beginOf(event);
    const auto found = m_anchors.find(stringOf(event.data.alias.anchor));
    m_emptyDocument = false;
    if (found == m_anchors.end())
        return refuse("yaml-alias", "expected an anchor before the alias that names it, found none; this document was not read",
                      begin);
    if (found->second.open)
        return refuse("yaml-alias", "an alias stands inside the value it names; this document was not read", begin);
    const Builder::Value& value = found->second.value;
    const bool isText = value.slot.kind != NodeKind::mapping && value.slot.kind != NodeKind::sequence;
    if (expectsKey()) {
        m_open.back().expectKey = false;
        if (!isText || value.slot.kind == NodeKind::skipped) {
            m_open.back().expectKey = true;
            if (!complexKey(begin))
                return false;
            m_discardNodes = 1; // the value
            return true;
        }
        m_file.builder.keyFrom(value, begin, endOf(event));
        return true;
    }
    if (!m_file.builder.alias(value, begin, endOf(event))) {
        m_refusedAt = begin;
        return false;
    }
    valueDone({}, 0);
    return true;
}

// Kubernetes has text keys only; an entry with another key is left out and said.
bool YamlEvents::complexKey(std::size_t at)
{
    if (at > 0 && m_file.text->bytes().substr(at - 1, 2) == "{{") {
        m_file.template_ = true;
        m_refusedAt = at;
        return false;
    }
    m_file.problems.add(ProblemSeverity::warning, "yaml-complex-key",
                        "expected text as a key, found a list or a mapping; this entry was left out",
                        m_file.problems.at(at, m_file.number));
    m_discardNodes = 2;
    m_discardDepth = 0;
    return true;
}

bool YamlEvents::discardEvent(const yaml_event_t& event)
{
    switch (event.type) {
    case YAML_SEQUENCE_START_EVENT:
    case YAML_MAPPING_START_EVENT:
        if (m_open.size() + ++m_discardDepth > m_file.limits.depth) {
            return refuse("limit-depth",
                          "values are nested more than " + std::to_string(m_file.limits.depth) +
                              " deep; this document was not read",
                          beginOf(event));
        }
        break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        --m_discardDepth;
        break;
    default:
        break;
    }
    if (const yaml_char_t* name = anchorOf(event)) {
        Anchor& anchor = m_anchors[stringOf(name)];
        anchor = {};
        anchor.value.slot.kind = NodeKind::skipped;
    }
    if (m_discardDepth == 0)
        --m_discardNodes;
    return true;
}

void YamlEvents::endDocument()
{
    m_inDocument = false;
    if (m_emptyDocument) {
        m_file.builder.abandon();
        m_previousEnd = m_documentAt;
        return;
    }
    const Slot root = m_file.builder.lastValue().slot;
    const std::size_t end = std::max<std::size_t>(root.end, root.begin);
    const std::string_view before =
        m_file.text->bytes().substr(m_previousEnd, root.begin - std::min<std::size_t>(m_previousEnd, root.begin));
    const std::size_t begin = m_explicitStart ? m_documentAt : root.begin;
    m_file.documents.push_back(m_file.builder.finish(begin, end));
    TreeAccess::setHelmSource(m_file.documents.back(), sourceComment(before));
    m_previousEnd = end;
}

} // namespace bartizan::document
