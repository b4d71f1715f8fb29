#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs bartizan-cli on the sample and checks every JSON output against its schema, every other format by reading it back
(tests/report/read_exports.py), identical bytes on two runs and with one and four threads, and the exit codes.
usage: validate_outputs.py CLI SOURCE_ROOT"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import jsonschema

cli, root = sys.argv[1], pathlib.Path(sys.argv[2])
sample = str(root / "resources/sample")
as_of = ["--as-of", "2026-11-21T00:00:00Z"]
failures = []
passed = 0


def run(*arguments, env=None):
    done = subprocess.run([cli, *arguments], capture_output=True, timeout=300, env={**os.environ, **(env or {})})
    return done.returncode, done.stdout, done.stderr


def check(name, truth, detail=""):
    global passed
    if truth:
        passed += 1
    else:
        failures.append(f"{name}: {detail}")


for command in ["inventory", "connectivity", "calls", "routes", "layers", "paths", "assess", "graph", "formats", "controls"]:
    sources = [] if command in ("formats", "controls") else [sample, *as_of]
    code, out, err = run(command, "--format", "json", *sources)
    check(f"{command} exits 0", code == 0, err.decode(errors="replace")[:300])
    if code != 0:
        continue
    document = json.loads(out)
    schema = json.loads((root / f"resources/schemas/{command}.json").read_text())
    errors = sorted(jsonschema.Draft7Validator(schema).iter_errors(document), key=lambda e: list(map(str, e.absolute_path)))
    check(f"{command} fits its schema", not errors,
          "; ".join(f"/{'/'.join(map(str, e.absolute_path))}: {e.message[:160]}" for e in errors[:3]))
    if sources:
        again = run(command, "--format", "json", *sources, "--jobs", "1", env={"LC_ALL": "C", "TZ": "Asia/Tokyo"})[1]
        check(f"{command} gives the same bytes again", out == again)
    text_code, text, _ = run(command, *(["--format", "text"] if command != "graph" else ["--format", "dot"]), *sources)
    check(f"{command} as text exits 0", text_code == 0)
    if command not in ("graph", "formats"):
        wide = [line for line in text.decode().split("\n") if len(line) > 80]
        check(f"{command} as text fits 80 columns", not wide, wide[0] if wide else "")
    check(f"{command} as text has no escape sequences", b"\x1b" not in text)

# Every other format, read back by other people's readers and compared with the JSON (tests/report/read_exports.py).
formats = {"assess": ["json", "sarif", "csv", "markdown", "junit"], "layers": ["json", "csv"], "routes": ["json", "csv"],
           "paths": ["json", "csv"], "followups": ["text", "markdown", "csv"],
           "connectivity": ["json", "csv", "dot"],
           "graph": ["json", "graphml", "mermaid", "d2", "drawio", "dot"]}


def read_back(name, *source):
    with tempfile.TemporaryDirectory() as exports:
        for command, kinds in formats.items():
            for form in kinds:
                code, out, err = run(command, "--format", form, *source)
                check(f"{name}: {command} as {form} exits 0", code == 0, err.decode(errors="replace")[:300])
                again = run(command, "--format", form, *source, "--jobs", "1", env={"LC_ALL": "C", "TZ": "Asia/Tokyo"})[1]
                check(f"{name}: {command} as {form} gives the same bytes again", out == again)
                for planted in [b"quay-Tidal-4711", b"Anchor&Chain-90", b"Anchor&amp;Chain-90", b"sample-Lighthouse-1815"]:
                    check(f"{name}: a planted value is not in {command} as {form}", planted not in out)
                (pathlib.Path(exports) / f"{command}.{form}").write_bytes(out)
        done = subprocess.run([sys.executable, str(root / "tests/report/read_exports.py"), exports, str(root)],
                              capture_output=True, timeout=300)
        print(done.stdout.decode(errors="replace").strip())
        check(f"{name}: the exports are read back", done.returncode == 0, (done.stdout + done.stderr).decode(errors="replace"))


read_back("the sample", sample, *as_of)
code, out, _ = run("followups", "--owner", "PAYMENTS-TEAM", "--format", "csv", sample, *as_of)
check("followups of one owner", code == 0 and out.count(b"\r\n") > 1 and
      all(line.startswith(b'"payments-team"') for line in out.split(b"\r\n")[1:-1]), out[:200])
check("followups of nobody", run("followups", "--owner", "nobody", sample, *as_of)[1].count(b"No finding is open") == 1)
with tempfile.TemporaryDirectory() as folder:
    for suffix, start in [("md", b"# Layers"), ("xml", b"<?xml"), ("csv", b'"id"'), ("sarif", b"{"), ("txt", b"One way in")]:
        target = pathlib.Path(folder) / f"a.{suffix}"
        run("assess", "-o", str(target), sample, *as_of)
        check(f"the suffix {suffix} chooses the format", target.read_bytes().startswith(start), target.read_bytes()[:40])

check("version", run("--version")[0] == 0)
check("help", run("--help")[0] == 0)
check("no command is wrong usage", run()[0] == 2)
check("an unknown option is wrong usage", run("assess", sample, "--nonsense")[0] == 2)
check("an unknown format is wrong usage", run("assess", sample, "--format", "docx")[0] == 2)
check("an unknown --fail-on word is wrong usage", run("assess", sample, "--fail-on", "hihg")[0] == 2)
check("--fail-on high holds for the sample", run("assess", sample, *as_of, "--fail-on", "high")[0] == 1)
check("a missing source", run("assess", sample + "/nowhere")[0] == 3)
with tempfile.TemporaryDirectory() as folder:
    check("an empty folder", run("assess", folder)[0] == 3)
    target = pathlib.Path(folder) / "a.pdf"
    check("pdf exits 0", run("report", "-o", str(target), sample, *as_of)[0] == 0)
    first = target.read_bytes() if target.exists() else b""
    run("report", "-o", str(target), sample, *as_of, env={"LC_ALL": "C", "TZ": "Asia/Tokyo"})
    check("pdf gives the same bytes again", first and first == target.read_bytes())
    check("pdf is a PDF that qpdf accepts", subprocess.run(["qpdf", "--check", str(target)], capture_output=True).returncode == 0)
    text = subprocess.run(["pdftotext", str(target), "-"], capture_output=True).stdout.decode()
    findings = json.loads(run("assess", "--format", "json", sample, *as_of)[1])["findings"]
    lost = [f["id"] for f in findings if f["id"] not in text]
    check("pdf names every finding id", not lost, str(lost[:3]))
    check("pdf can be searched for 'finding'", "inding" in text)
    for planted in ["quay-Tidal-4711", "Anchor&Chain-90", "sample-Lighthouse-1815"]:
        check("a planted value is not in the PDF", planted not in text and planted.encode() not in target.read_bytes())
for planted in [b"quay-Tidal-4711", b"Anchor&Chain-90", b"sample-Lighthouse-1815"]:
    for command in ["inventory", "connectivity", "calls", "routes", "layers", "paths", "assess"]:
        for form in ["json", "text"]:
            check(f"a planted value is not in {command} as {form}", planted not in run(command, "--format", form, sample, *as_of)[1])

# Two states: the sample with a wall less and one changed image, and the sample as it is.
with tempfile.TemporaryDirectory() as folder:
    older = pathlib.Path(folder) / "older"
    shutil.copytree(sample, older)
    (older / "shop/recommender.yaml").unlink()
    walls = older / "payments/policies.yaml"
    walls.write_text(walls.read_text().replace("policyTypes: [Ingress, Egress]", "policyTypes: [Ingress]"))
    schema = json.loads((root / "resources/schemas/diff.json").read_text())
    documents = {}
    for name, states in [("better", [str(older), sample]), ("worse", [sample, str(older)]), ("same", [sample, sample])]:
        code, out, err = run("diff", *states, "--format", "json", *as_of)
        check(f"diff ({name}) exits 0", code == 0, err.decode(errors="replace")[:300])
        documents[name] = json.loads(out or b"{}")
        errors = list(jsonschema.Draft7Validator(schema).iter_errors(documents[name]))
        check(f"diff ({name}) fits its schema", not errors,
              "; ".join(f"/{'/'.join(map(str, e.absolute_path))}: {e.message[:160]}" for e in errors[:3]))
        again = run("diff", *states, "--format", "json", *as_of, "--jobs", "1", env={"LC_ALL": "C", "TZ": "Asia/Tokyo"})[1]
        check(f"diff ({name}) gives the same bytes again", out == again)
        code, text, _ = run("diff", *states, *as_of)
        wide = [line for line in text.decode().split("\n") if len(line) > 80]
        check(f"diff ({name}) as text fits 80 columns", code == 0 and not wide, wide[0] if wide else "")
        for planted in [b"quay-Tidal-4711", b"Anchor&Chain-90", b"sample-Lighthouse-1815"]:
            check(f"a planted value is not in diff ({name})", planted not in out + text)
    for states in [(str(older), sample), (sample, str(older))]:
        code, out, _ = run("diff", *states, "--format", "markdown", *as_of)
        check("diff as markdown exits 0", code == 0)
        page = subprocess.run(["cmark-gfm", "--unsafe", "-e", "table", "-e", "autolink"], input=out, capture_output=True).stdout
        check("diff as markdown is two short tables", b"<table>" in page and b"<a " not in page and len(out) < 65536, page[:200])
    walls_up = [c for c in documents["better"].get("better", []) if c.get("layer") == "network" and c["aspect"] == "layer"]
    check("diff: what came is better", len(walls_up) >= 2, str(walls_up))
    check("diff: the other way round it is worse", {c["subject"] for c in walls_up} ==
          {c["subject"] for c in documents["worse"].get("worse", []) if c.get("layer") == "network" and c["aspect"] == "layer"})
    check("diff: the new service is told", any(c["aspect"] == "service" and c["subject"] == "shop/recommender[Deployment]"
                                              for key in ("changed", "incomparable") for c in documents["better"].get(key, [])))
    check("diff: the same is the same", not any(documents["same"].get(k) for k in ("worse", "better", "changed", "incomparable")))
    check("diff --fail-on holds for what got worse", run("diff", sample, str(older), *as_of, "--fail-on", "any")[0] == 1)
    check("diff --fail-on does not hold for what was there", run("diff", sample, sample, *as_of, "--fail-on", "any")[0] == 0)
    check("diff with a missing earlier state", run("diff", sample + "/nowhere", sample)[0] == 3)
    check("diff needs two states", run("diff", sample)[0] == 2)

# Who can reach whom: what is asked for, explained, compared.
schema = json.loads((root / "resources/schemas/connectivity.json").read_text())


def connectivity(name, *arguments):
    code, out, err = run("connectivity", "--format", "json", *arguments, *as_of)
    check(f"connectivity {name} exits 0", code == 0, err.decode(errors="replace")[:300])
    document = json.loads(out or b"{}")
    errors = list(jsonschema.Draft7Validator(schema).iter_errors(document))
    check(f"connectivity {name} fits its schema", not errors,
          "; ".join(f"/{'/'.join(map(str, e.absolute_path))}: {e.message[:160]}" for e in errors[:3]))
    code, text, _ = run("connectivity", *arguments, *as_of)
    wide = [line for line in text.decode().split("\n") if len(line) > 80]
    check(f"connectivity {name} as text fits 80 columns", code == 0 and not wide, wide[0] if wide else "")
    return document, " ".join(text.decode().split())


everything, _ = connectivity("of all", sample, "--exposure")
payment = "payments/payment[Deployment]"
into = {(c["src"], json.dumps(c["conn"])) for c in everything.get("connections", []) if c["dst"] == payment}
check("connectivity: payment takes orders only", into == {("shop/orders[Deployment]", '{"TCP": [[8443, 8443]]}')}, into)
mesh = everything.get("mesh", {})
counts = mesh.get("summary", {})
check("connectivity: the mesh's pairs add up", counts.get("pairs", 0) > 0 and counts["pairs"] == sum(
      counts[k] for k in ("unchanged", "denied", "narrowed", "undecided")), counts)
check("connectivity: the mesh's pairs are listed", len(mesh.get("connections", [])) == counts.get("pairs", 0) -
      counts.get("unchanged", 0) and "leftOut" not in mesh, len(mesh.get("connections", [])))
some, _ = connectivity("of one", sample, "--workload", "payment", "--direction", "egress")
check("connectivity --workload --direction", some.get("connections") and
      some["connections"] == [c for c in everything["connections"] if c["src"] == payment])
some, _ = connectivity("of a port", sample, "--port", "TCP:8443", "--networks", "pod")
check("connectivity --port", some.get("connections") and all(c["conn"] == {"TCP": [[8443, 8443]]} for c in some["connections"]))
why, words = connectivity("explained", sample, "--explain", "orders", "payments/payment")
check("connectivity --explain names the policy and the line", "NetworkPolicy payments/payment allows it" in words and
      "payments/policies.yaml:" in words, words[:300])
check("connectivity --explain as data", [v["verdict"] for v in why.get("pairs", [{}])[0].get("verdicts", [])][:1] == ["allowed"] and
      any(e["object"]["name"] == "payment" for e in why["pairs"][0]["verdicts"][0]["by"]))
why, words = connectivity("explained from outside", sample, "--explain", "internet", "payment")
check("connectivity --explain internet", all(v["verdict"] == "denied" for p in why.get("pairs", [{}]) for v in p["verdicts"]), words[:200])
why, words = connectivity("explained in a mesh", sample, "--explain", "backoffice", "ledger")
check("connectivity --explain tells of the mesh", "denied by the mesh" in words and "payments/mesh.yaml:" in words and
      [p.get("mesh", {}).get("effect") for p in why.get("pairs", [])] == ["denied"], words[:600])
with tempfile.TemporaryDirectory() as folder:
    older = pathlib.Path(folder) / "older"
    shutil.copytree(sample, older)
    (older / "payments/mesh.yaml").unlink()
    changed, words = connectivity("of another mesh", sample, "--against", str(older))
    check("connectivity --against tells of the mesh", "changed by the mesh" in words and any(
          d.get("mesh") == {"before": "allowed", "after": "denied"} for d in changed.get("differences", [])), words[:600])
with tempfile.TemporaryDirectory() as folder:
    older = pathlib.Path(folder) / "older"
    shutil.copytree(sample, older)
    (older / "payments/policies.yaml").unlink()
    changed, words = connectivity("compared", sample, "--against", str(older))
    check("connectivity --against", any(d["dst"] == payment and d["change"] in ("removed", "changed")
                                        for d in changed.get("differences", [])) and "Allowed before, not now" in words)
    same, _ = connectivity("compared with itself", sample, "--against", sample)
    check("connectivity --against the same", same.get("differences") == [])
    check("connectivity --against nothing", run("connectivity", sample, "--against", sample + "/nowhere")[0] == 3)
for name, wrong in [("a name that is not known", ["--explain", "paymnet", "orders"]), ("one end", ["--explain", "orders"]),
                    ("a workload that is not known", ["--workload", "paymnet"]), ("a port", ["--port", "TCP:0"]),
                    ("a direction", ["--direction", "up"]), ("networks", ["--networks", "some"]),
                    ("explained as a table", ["--format", "csv", "--explain", "orders", "payment"]),
                    ("explained and compared", ["--explain", "orders", "payment", "--against", sample])]:
    code, _, err = run("connectivity", sample, *wrong)
    check(f"connectivity: {name} is wrong usage", code == 2, (code, err[:200]))
check("connectivity: the nearest name is told", payment.encode() in
      run("connectivity", sample, "--explain", "paymnet", "orders")[2])

# A review as the source: its sources are read, its decisions are applied, nothing is hidden.
with tempfile.TemporaryDirectory() as folder:
    plain = json.loads(run("assess", "--format", "json", sample, *as_of)[1])
    finding = next(f for f in plain["findings"] if f["severity"] == "high")
    review = pathlib.Path(folder) / "my.bartizan"
    text = ("format: bartizan-review\nversion: 1\nsources:\n  - path: " + os.path.relpath(sample, folder) +
            "\nasOf: 2026-11-21T00:00:00Z\ndecisions:\n  " + finding["id"] + ":\n    decision: accept\n    reason: known\n"
            "    owner: shop\n    expires: 2026-12-01\n  gone-00000000:\n    decision: needsWork\n")
    review.write_text(text)
    code, out, err = run("assess", "--format", "json", str(review))
    check("a review as source exits 0", code == 0, err.decode(errors="replace")[:300])
    document = json.loads(out or b"{}")
    schema = json.loads((root / "resources/schemas/assess.json").read_text())
    errors = list(jsonschema.Draft7Validator(schema).iter_errors(document))
    check("a review as source fits the schema", not errors, "; ".join(e.message[:160] for e in errors[:3]))
    status = {f["id"]: f["status"] for f in document.get("findings", [])}
    check("the decision is applied", status.get(finding["id"]) == "accepted until 2026-12-01", str(status.get(finding["id"])))
    check("no finding is hidden", list(status) == [f["id"] for f in plain["findings"]])
    check("the orphan is listed", [r["id"] for r in document.get("review", {}).get("orphaned", [])] == ["gone-00000000"])
    check("the acceptance expires soon", [r["id"] for r in document.get("review", {}).get("expiringSoon", [])] == [finding["id"]])
    result = next(r for r in json.loads(run("assess", "--format", "sarif", str(review))[1])["runs"][0]["results"]
                  if r["fingerprints"]["bartizanFinding/v1"] == finding["id"])
    check("sarif: the decision suppresses", [(s["status"], s["justification"], s["properties"]["owner"]) for s in
                                             result["suppressions"]] == [("accepted", "known", "shop")], result["suppressions"])
    check("followups leaves out what was accepted", finding["id"] not in run("followups", str(review))[1].decode())
    junit = run("assess", "--format", "junit", str(review))[1].decode()
    check("junit skips what was accepted", f"({finding['id']})" in junit and "accepted until 2026-12-01: known" in junit)
    read_back("a review", str(review))
    read_back("a review that expired", str(review), "--as-of", "2026-12-02T00:00:00Z")
    text = run("assess", str(review))[1].decode()
    check("the text says the decision", "Decision: accepted until 2026-12-01" in " ".join(text.split()))
    check("the text lists the orphan", "gone-00000000" in text and not [l for l in text.split("\n") if len(l) > 80])
    later = json.loads(run("assess", "--format", "json", str(review), "--as-of", "2026-12-02T00:00:00Z")[1])
    check("an expired acceptance opens the finding again",
          next(f for f in later["findings"] if f["id"] == finding["id"])["status"] == "reopened")
    check("an accepted rule fails no pipeline", run("assess", str(review), "--fail-on", finding["rule"])[0] ==
          (1 if sum(f["rule"] == finding["rule"] and not f["ifSensitivity"] for f in plain["findings"]) > 1 else 0))
    for name, bad in [("comma", ","), ("no sources", "format: bartizan-review\nversion: 1\n"), ("alias", "a: &a [*a]\n")]:
        review.write_text(bad)
        code, _, err = run("assess", str(review))
        check(f"a bad review ({name}) exits 3 and names file and line", code == 3 and b"my.bartizan:1)" in err, err.decode()[:200])

for failure in failures:
    print("FAIL " + failure)
print(f"{passed} passed, {len(failures)} failed")
sys.exit(1 if failures else 0)
