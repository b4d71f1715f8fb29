// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/resolve/resolve.h"

#include "model/discard.h"
#include "model/resolve/passes.h"
#include "model/resolve/policy_checks.h"
#include "model/resolve/routes.h"

namespace bartizan {

Architecture resolve(const Inventory& inventory, const Catalogue& catalogue, const JobControl& control)
{
    using namespace resolving;
    Architecture architecture;
    const auto shared =
        makeDiscardable<Context>(Context{inventory, catalogue, architecture, {}, {}, {}, {}, {}, {}, {}, {}, {}, control.stop});
    Context& context = *shared;
    constexpr void (*passes[])(Context&) = {resolveWorkloads, resolveImages,   resolveServices,    resolveNamespaces,
                                            resolveRoles,     resolvePlatform, resolveOwners,      resolveSensitivity,
                                            resolveEntries,   resolveCalls,    resolveAuthProxies, checkPolicies};
    std::uint64_t done = 0;
    for (const auto pass : passes) {
        if (control.stopped())
            return architecture;
        control.report(Step::resolving, done++, std::size(passes) + 1);
        pass(context);
    }
    if (control.stopped())
        return architecture;
    resolveRoutes(context);
    if (!control.stopped())
        putInOrder(architecture);
    return architecture;
}

} // namespace bartizan
