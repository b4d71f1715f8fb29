// SPDX-License-Identifier: GPL-3.0-or-later
// A Service that selects nothing: which pods nearly match, and what differs? A pod is near when all requirements but one
// hold and the label's value is close to the wanted one, when it would match in another namespace, or when it matches
// but is not applied. Looking stops after two million comparisons in all. At most three, nearest first; Evidence::text says what differs and names the label as written.
#pragma once

#include "model/resolve/context.h"

#include <map>

namespace bartizan::resolving {

class NearMisses {
public:
    explicit NearMisses(const Context& context) : m_context(context) {}

    std::vector<Evidence> of(const Selector& selector, const Identity& service) const;

private:
    void addInNamespace(const Selector&, const Identity&, std::multimap<std::size_t, Evidence>&) const;
    void addElsewhere(const Selector&, const Identity&, std::multimap<std::size_t, Evidence>&) const;

    const Context& m_context;
    mutable std::size_t m_comparisons = 0; // bounded over all Services: a hint is not worth a quadratic wait
};

} // namespace bartizan::resolving
