#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs `bartizan-cli connectivity --explain SRC DST` with sources and other options before, between and after it: two ends
are taken, never more, whatever stands around them, and the answer is the same.
usage: explain_options.py CLI"""
import itertools
import json
import os
import pathlib
import subprocess
import sys
import tempfile

cli = str(pathlib.Path(sys.argv[1]).resolve())
failures = []
passed = 0

POD = """---
apiVersion: v1
kind: Pod
metadata: {name: %s, namespace: shop, labels: {app: %s}}
spec: {containers: [{name: main, image: "i:1"}]}
"""
# web may reach cart on one port; cart may reach web on every one.
POLICY = """---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: cart, namespace: shop}
spec:
  podSelector: {matchLabels: {app: cart}}
  policyTypes: [Ingress]
  ingress: [{from: [{podSelector: {matchLabels: {app: web}}}], ports: [{port: 8080}]}]
"""


def check(name, truth, detail=""):
    global passed
    if truth:
        passed += 1
    else:
        failures.append(f"{name}: {str(detail)[:400]}")


with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)

    def run(*arguments):
        done = subprocess.run([cli, "connectivity", *arguments], capture_output=True, timeout=300, cwd=folder,
                              env={**os.environ, "XDG_STATE_HOME": str(folder / "state")})
        return done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")

    def named(arguments):
        return "connectivity " + " ".join(arguments)

    def answer(*arguments):  # the pair and what it is allowed, or what went wrong
        code, out, err = run("--format", "json", *arguments)
        if code != 0:
            return code, err
        document = json.loads(out)
        return [(pair["src"], pair["dst"], [(v["verdict"], v["conn"]) for v in pair["verdicts"]]) for pair in document["pairs"]]

    (folder / "pods.yaml").write_text(POD % ("web", "web") + POD % ("cart", "cart"))
    (folder / "policy.yaml").write_text(POLICY)
    (folder / "all.yaml").write_text(POD % ("web", "web") + POD % ("cart", "cart") + POLICY)
    (folder / "cart").write_text((folder / "all.yaml").read_text())  # a source called as a workload is
    allowed = ("allowed", {"TCP": [[8080, 8080]]})
    web, cart = "shop/web[Pod]", "shop/cart[Pod]"

    # Any order of the source and of options that one may ask with.
    parts = [["all.yaml"], ["--explain", "web", "cart"], ["--format", "json"], ["--port", "TCP:8080"]]
    first = None
    for order in itertools.permutations(parts):
        arguments = [word for part in order for word in part]
        code, out, err = run(*arguments)
        check(f"{named(arguments)} exits 0", code == 0, (code, err))
        first = first or out
        check(f"{named(arguments)} says the same", out == first and out != "", out)
    pairs = json.loads(first or "{}").get("pairs", [])
    check("the pair is explained", [(p["src"], p["dst"], [(v["verdict"], v["conn"]) for v in p["verdicts"]]) for p in pairs] ==
          [(web, cart, [allowed])], first)

    # The first end is where it comes from, and the word after the second one is a source.
    for arguments in [["--explain", "web", "cart", "all.yaml"], ["all.yaml", "--explain", "web", "cart"],
                      ["--explain", "web", "cart", "cart"], ["cart", "--explain", "web", "cart"],
                      ["--explain", "web", "cart", "pods.yaml", "policy.yaml"],
                      ["pods.yaml", "policy.yaml", "--explain", "web", "cart"],
                      ["pods.yaml", "--explain", "web", "cart", "policy.yaml"],
                      ["--explain=web", "cart", "all.yaml"], ["--explain", "web", "cart", "--", "all.yaml"]]:
        found = answer(*arguments)
        check(named(arguments), isinstance(found, list) and len(found) == 1 and found[0][:2] == (web, cart) and
              found[0][2][0] == allowed and [v[0] for v in found[0][2]] == ["allowed", "denied"], found)
    found = answer("--explain", "cart", "web", "all.yaml")
    check("the other way round", found == [(cart, web, [("allowed", {"all": True})])], found)
    found = answer("--explain", "web", "cart", "pods.yaml")
    check("of a source without the policy", found == [(web, cart, [("allowed", {"all": True})])], found)

    # Wrong usage: nothing on standard output, and a sentence that names the option. Without a source it names one of two.
    ends = ["--explain", "web", "cart"]
    for wrong, word in [(["--explain", "web", "--format", "json", "cart", "all.yaml"], "--explain"),
                        (["--explain", "--format", "json", "web", "cart", "all.yaml"], "--format"),
                        (["all.yaml", "--explain"], "--explain"), (["all.yaml", "--explain", "web"], "--explain"),
                        (["all.yaml", *ends, *ends], "--explain"), (ends, ""),
                        (["--format", "json", *ends], ""),
                        (["all.yaml", *ends, "--exposure"], "--exposure"), (["--exposure", *ends, "all.yaml"], "--exposure"),
                        (["all.yaml", *ends, "--workload", "web"], "--workload"),
                        (["--workload", "web", *ends, "all.yaml"], "--workload"),
                        (["all.yaml", *ends, "--direction", "ingress"], "--direction"),
                        (["--direction", "ingress", *ends, "all.yaml"], "--direction"),
                        (["all.yaml", *ends, "--against", "all.yaml"], "--against"),
                        (["--against", "all.yaml", *ends, "all.yaml"], "--against"),
                        (["all.yaml", *ends, "--format", "csv"], "--explain"),
                        (["--format", "dot", "all.yaml", *ends], "--explain"),
                        (["-o", "out.csv", *ends, "all.yaml"], "--explain")]:
        code, out, err = run(*wrong)
        check(f"{named(wrong)} is wrong usage", code == 2 and out == "" and err.startswith("bartizan-cli: ") and
              (word in err if word else "SOURCE" in err or "--explain" in err), (code, out, err))
    check("nothing was written", not (folder / "out.csv").exists())

for failure in failures:
    print("FAIL " + failure)
print(f"{passed} passed, {len(failures)} failed")
sys.exit(1 if failures else 0)
