#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs bartizan-cli as pipelines do: baselines and --fail-on with their exit codes, the summary's twenty lines, reports
with a baseline, frozen reviews, and every bartizan-cli line of docs/pipelines.md.
usage: pipeline_outputs.py CLI SOURCE_ROOT"""
import gzip
import html
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile

import jsonschema
import yaml

cli, root = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve()
sample = root / "resources/sample"
as_of = ["--as-of", "2026-11-21T00:00:00Z"]
failures = []
passed = 0
corpus = next((p for p in [pathlib.Path(os.environ.get("BARTIZAN_CORPUS", "/nowhere")), root / "../shared/corpus",
                           root / "../../shared/corpus"] if p.is_dir()), None)


def run(*arguments, cwd=None, env=None, umask=None):
    before = (lambda: os.umask(umask)) if umask is not None else None
    done = subprocess.run([cli, *map(str, arguments)], capture_output=True, timeout=300, cwd=cwd,
                          env={**os.environ, **(env or {})}, preexec_fn=before)
    return done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")


def check(name, truth, detail=""):
    global passed
    if truth:
        passed += 1
    else:
        failures.append(f"{name}: {str(detail)[:400]}")


def exits(name, expected, *arguments, **more):
    code, out, err = run(*arguments, **more)
    check(f"{name} exits {expected}", code == expected, f"{code} {err or out}")
    return out, err


def fits(name, schema, document):
    schema = json.loads((root / f"resources/schemas/{schema}.json").read_text())
    errors = list(jsonschema.Draft7Validator(schema).iter_errors(document))
    check(f"{name} fits its schema", not errors, "; ".join(e.message[:160] for e in errors[:3]))


DEPLOYMENT = """apiVersion: apps/v1
kind: Deployment
metadata: {name: debug, namespace: payments, labels: {app: debug}}
spec:
  selector: {matchLabels: {app: debug}}
  template:
    metadata: {labels: {app: debug}}
    spec:
      hostPID: true
      containers: [{name: debug, image: "debug:latest", securityContext: {privileged: true}}]
"""


def baselines(folder):
    system = folder / "system"
    shutil.copytree(sample, system)
    base = folder / "base.json"
    exits("writing a baseline", 0, "assess", "--format", "json", "-o", base, system, *as_of)
    out, _ = exits("a baseline of itself", 0, "assess", "--summary", "--baseline", base, "--fail-on", "new", system, *as_of)
    check("a baseline of itself has nothing new", "nothing new or worse since baseline, 0 gone" in out, out)
    exits("a baseline of itself, any", 0, "assess", "--baseline", base, "--fail-on", "any", system, *as_of)
    exits("the folder as its own baseline", 0, "assess", "--baseline", system, "--fail-on", "new", system, *as_of)
    exits("without a baseline", 1, "assess", "--fail-on", "any", system, *as_of)
    exits("a baseline that nobody asks about", 0, "assess", "--summary", "--baseline", base, system, *as_of)
    _, err = exits("new without a baseline", 2, "assess", "--fail-on", "new", system)
    check("new without a baseline names the remedy", "--baseline FILE" in err, err)
    exits("a word that is none", 2, "assess", "--baseline", base, "--fail-on", "new,hihg", system)
    exits("--fail-on takes one argument, not the sources", 1, "assess", "--fail-on", "any", system, system, *as_of)

    worse = folder / "worse"
    shutil.copytree(sample, worse)
    (worse / "payments/debug.yaml").write_text(DEPLOYMENT)
    for name, baseline in [("output", base), ("folder", system)]:
        out, err = exits(f"a planted manifest ({name})", 1, "assess", "--summary", "--baseline", baseline, "--fail-on", "new", worse,
                         *as_of)
        check(f"a planted manifest is named ({name})", "new, high: " in err and "payments/debug" in err, err)
        check(f"a planted manifest stands first ({name})", re.search(r"^Causes .*\n  high      new: ", out, re.M), out)
        check(f"a planted manifest is counted ({name})", re.search(r"\d+ new or worse since baseline", out), out)
    exits("a planted manifest, new and high", 1, "assess", "--baseline", base, "--fail-on", "new,high", worse, *as_of)
    exits("a planted manifest, said twice", 1, "assess", "--baseline", base, "--fail-on", "new", "--fail-on", "high", worse, *as_of)
    exits("a planted manifest, another layer", 0, "assess", "--baseline", base, "--fail-on", "new,mfa", worse, *as_of)
    exits("diff, new and high", 1, "diff", "--fail-on", "new,high", system, worse, *as_of)
    exits("diff, nothing new", 0, "diff", "--fail-on", "new", system, system, *as_of)

    out, _ = exits("JSON with a baseline", 0, "assess", "--format", "json", "--baseline", base, worse, *as_of)
    document = json.loads(out)
    fits("JSON with a baseline", "assess", document)
    states = [f["baselineState"] for f in document["findings"]]
    counts = document["baseline"]["counts"]
    check("JSON counts what its findings say", all(states.count(s) == n for s, n in counts.items() if s != "gone") and
          counts["new"] > 0 and counts["worse"] > 0, counts)
    again = json.loads(run("assess", "--format", "json", "--baseline", system, worse, *as_of)[1])
    check("an output and its sources say the same", [f["baselineState"] for f in again["findings"]] == states and
          again["baseline"]["counts"] == counts)
    sarif = json.loads(run("assess", "--format", "sarif", "--baseline", base, worse, *as_of)[1])
    found = {r["partialFingerprints"]["bartizanFinding/v1"]: r.get("baselineState") for r in sarif["runs"][0]["results"]}
    word = {"new": "new", "unchanged": "unchanged", "incomparable": None}
    check("SARIF says the same", all(found[f["id"]] == word.get(f["baselineState"], "updated") for f in document["findings"]), found)
    plain = json.loads(run("assess", "--format", "sarif", worse, *as_of)[1])["runs"][0]["results"]
    check("SARIF without a baseline says nothing of one", not any("baselineState" in r for r in plain))
    chained = folder / "chained.json"
    chained.write_text(out)
    exits("an output with a baseline is a baseline", 0, "assess", "--baseline", chained, "--fail-on", "new", worse, *as_of)

    # The other way round: what is gone fails nobody.
    wide = folder / "wide.json"
    run("assess", "--format", "json", "-o", wide, worse, *as_of)
    out, _ = exits("what is gone", 0, "assess", "--baseline", wide, "--fail-on", "new", system, *as_of)
    check("what is gone is counted and listed", re.search(r"nothing new or worse since baseline, [1-9]\d* gone", " ".join(out.split())),
          out[:600])

    # Decisions of a review that is a source never fail; as the baseline it says what is known.
    findings = json.loads(run("assess", "--format", "json", worse, *as_of)[1])["findings"]
    ids = {f["id"] for f in json.loads(base.read_text())["findings"]}
    fresh = [f for f in findings if f["id"] not in ids]
    changed = [f for f in document["findings"] if f["baselineState"] == "worse"]
    review = folder / "team.bartizan"

    def decide(rows, source, decision="accept"):
        review.write_text("format: bartizan-review\nversion: 1\nsources:\n  - path: " + source + "\ndecisions:\n" + "".join(
            f"  {f['id']}:\n    decision: {decision}\n    reason: known\n    owner: shop\n"
            "    expires: 9999-12-31\n" for f in rows))

    decide(fresh + changed, "worse")
    exits("accepted findings that are new", 0, "assess", "--baseline", base, "--fail-on", "new", review, *as_of)
    decide(fresh[:1], "worse")
    exits("one accepted finding of many", 1, "assess", "--baseline", base, "--fail-on", "new", review, *as_of)
    decide(fresh + changed, "worse", "needsWork")
    exits("needs work is no acceptance", 1, "assess", "--baseline", base, "--fail-on", "new", review, *as_of)
    decide(findings, "worse", "needsWork")
    exits("a review as baseline knows what it decided", 0, "assess", "--baseline", review, "--fail-on", "new", worse, *as_of)
    decide(findings[1:], "worse", "needsWork")
    exits("a review as baseline does not know the rest", 1, "assess", "--baseline", review, "--fail-on", "new", worse, *as_of)

    text = base.read_text()
    half = text[: len(text) // 2]
    for name, content, says in [("cut.json", half, f"cut.json:{half.count(chr(10)) + 1})"),
                                ("other.json", text.replace("bartizan/assess/1", "bartizan/layers/1"), "other.json:2)"),
                                ("newer.json", text.replace("bartizan/assess/1", "bartizan/assess/9"), "newer.json:2)"),
                                ("sarif.json", json.dumps(sarif), "sarif.json:1)"),
                                ("escape.json", '{"schema": "bartizan/assess/1", "\\u001b[31m": 1, "\\u001b[31m": 2}', "escape.json:1)"),
                                ("bad.bartizan", ",", "bad.bartizan:1)"), ("empty.json", "", "empty.json:1)")]:
        (folder / name).write_text(content)
        _, err = exits(f"baseline {name}", 3, "assess", "--baseline", folder / name, system, *as_of)
        check(f"baseline {name} names file and line", says in err, err)
        check(f"baseline {name} steers no terminal", "\x1b" not in err, repr(err))
    exits("a baseline that is not there", 3, "assess", "--baseline", folder / "nowhere.json", system)


def summaries(folder):
    inputs = [("the sample", sample)]
    empty = folder / "empty.yaml"
    empty.write_text("apiVersion: v1\nkind: Service\nmetadata: {name: lonely}\nspec: {ports: [{port: 80}]}\n")
    inputs.append(("one Service", empty))
    hostile = folder / "hostile"
    hostile.mkdir()
    long = "x" * 253
    for i in range(30):
        (hostile / f"{i}.yaml").write_text(DEPLOYMENT.replace("debug", f"{long[:200]}{i}") + "---\n" + (
            f"apiVersion: v1\nkind: Service\nmetadata: {{name: {long}{i}, namespace: payments}}\n"
            f"spec: {{type: LoadBalancer, selector: {{app: {long[:200]}{i}}}, ports: [{{port: 80}}]}}\n"))
    inputs.append(("long names", hostile))
    if corpus:
        inputs += [("a corpus app", p) for p in sorted((corpus / "apps").glob("*"))[:3] if p.is_dir()]
        inputs += [("10,000 pods", p) for p in (corpus / "snapshots/real-apiserver-scale-10k").glob("*.json*")]
    else:
        print("SKIP: the corpus is not at hand")
    for name, path in inputs:
        base = folder / "of.json"
        code, _, err = run("assess", "--format", "json", "-o", base, path, *as_of)
        if code != 0:
            check(f"{name} can be assessed", False, err)
            continue
        for more in [[], ["--baseline", str(base)]]:
            code, out, err = run("assess", "--summary", path, *as_of, *more)
            lines = out.split("\n")[:-1]
            check(f"the summary of {name} {more[:1]} has at most 20 lines", code == 0 and 4 <= len(lines) <= 20, f"{len(lines)} {err}")
            check(f"the summary of {name} {more[:1]} fits 80 columns", all(len(line) <= 80 for line in lines), out)
        check(f"the summary of {name} names ways in and causes", "Ways in" in out and "Causes" in out and "Scope (" in out, out)
    base = folder / "of.json"
    run("assess", "--format", "json", "-o", base, hostile, *as_of)
    out = run("assess", "--summary", hostile, *as_of, "--baseline", base)[1]
    check("a full summary has all its parts", all(part in out for part in
          ["Scope (", "Ways in (30), the ", "Causes (", "Cannot tell: ", "Baseline: nothing new or worse", "More: "]), out)


def told(page):
    """The words of a piece of HTML."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", page)).split())


def reports(folder):
    """`report --baseline`: the first page and each finding's block say what the JSON of `assess --baseline` says."""
    system, worse = folder / "system", folder / "worse"
    shutil.copytree(sample, system)
    shutil.copytree(sample, worse)
    (worse / "payments/debug.yaml").write_text(DEPLOYMENT)
    base, wide = folder / "base.json", folder / "wide.json"
    exits("a baseline for reports", 0, "assess", "--format", "json", "-o", base, system, *as_of)
    exits("a wider baseline for reports", 0, "assess", "--format", "json", "-o", wide, worse, *as_of)
    refused = folder / "refused.json"
    refused.write_text(base.read_text().replace('"state": "read"', '"state": "refused"'))
    parts = ["--sections", "results,findings"]
    plain = run("report", "--format", "html", worse, *as_of, *parts)[1]
    check("a report without a baseline says so", "No earlier state was given to compare with (--baseline)." in told(plain), plain)
    check("a report without a baseline calls nothing new", "new since" not in told(plain))
    order = ["new", "worse", "better", "changed", "unchanged"]
    rows_of = re.compile(r"Findings since last time, counted</span></caption>.*?<tbody>(.*?)</tbody>", re.S)
    seen = set()
    for name, baseline, source in [("worse", base, worse), ("gone", wide, system), ("incomparable", refused, worse),
                                   ("the same", base, system), ("a folder", system, worse)]:
        out, _ = exits(f"a report with a baseline ({name})", 0, "report", "--format", "html", "--baseline", baseline, source, *as_of,
                       *parts)
        document = json.loads(run("assess", "--format", "json", "--baseline", baseline, source, *as_of)[1])
        states, counts = document["findings"], document["baseline"]["counts"]
        table = rows_of.search(out)
        numbers = [int(told(cell).replace(",", "")) for cell in re.findall(r"<td[^>]*>.*?</td>", table.group(1), re.S)] if table else []
        untold = counts["incomparable"] + len(document["baseline"]["goneUntold"])
        check(f"the report counts what assess counts ({name})",
              numbers == [counts[word] for word in order] + [counts["gone"], untold], f"{numbers} {counts}")
        blocks = {told(re.search(r'<a class="id"[^>]*>(.*?)</a>', block, re.S).group(1)): told(block)
                  for block in re.split(r'<article class="finding', out)[1:]}
        check(f"the report has every finding ({name})", set(blocks) == {finding["id"] for finding in states})
        since = "since the baseline" if name == "a folder" else "since 2026-11-21"
        for finding in states:
            word, block = finding["baselineState"], blocks.get(finding["id"], "")
            reason = ": " + finding["baselineReason"] if finding["baselineReason"] else ""
            wanted = {"unchanged": "", "incomparable": "cannot be compared with the baseline" + reason}.get(word, f"{word} {since}{reason}")
            seen.add(word)
            check(f"the block of {finding['id']} says how it stands ({name})",
                  " ".join(f"Since last time {wanted}".split()) in block if wanted else "Since last time" not in block, block)
        first = told(out.split('<article class="finding')[0])
        for gone in document["baseline"]["gone"]:
            seen.add("gone")
            check(f"the report names {gone['id']} that is gone", f"gone {gone['title']} ({gone['id']})" in first, first)
        check(f"the report names the baseline ({name})", f"Compared with {baseline.name}: " in first, first)
    check("each state was there", {"new", "worse", "better", "unchanged", "incomparable", "gone"} <= seen, seen)

    hostile = folder / "<img src=x onerror=alert(1)>\u202e.json"
    shutil.copy(base, hostile)
    out, _ = exits("a baseline with a hostile name", 0, "report", "--format", "html", "--baseline", hostile, worse, *as_of, *parts)
    check("a hostile name is text", "<img" not in out and "\u202e" not in out and
          "Compared with <img src=x onerror=alert(1)><U+202E>.json: " in " ".join(html.unescape(out).split()), out[:300])
    german = {"LC_ALL": "de_DE.UTF-8", "LANGUAGE": "de", "LANG": "de_DE.UTF-8", "TZ": "Asia/Tokyo"}
    for form in ["html", "pdf"]:
        made = []
        for number, (name, env, options) in enumerate([(base, {}, []), (base, german, ["--jobs", "1"]), ("base.json", {"LC_ALL": "C"}, [])]):
            target = folder / f"same{number}.{form}"
            exits(f"a {form} report with a baseline", 0, "report", "-o", target, "--baseline", name, worse, *as_of, *options, cwd=folder,
                  env=env)
            made.append(target.read_bytes())
        check(f"a {form} report with a baseline is the same bytes again", made[0] == made[1])
        check(f"a {form} report does not tell where the baseline stands", made[0] == made[2])
    review = folder / "team.bartizan"
    review.write_text("format: bartizan-review\nversion: 1\nsources:\n  - path: worse\n")
    out, _ = exits("a report with a review as baseline", 0, "report", "--format", "html", "--baseline", review, worse, *as_of, *parts)
    check("a report with a review as baseline says what it is", "a review, in which known is what it decided" in told(out))

    (folder / "cut.json").write_text(base.read_text()[:4000])
    for name in ["cut.json", "nowhere.json"]:
        _, err = exits(f"a report with the baseline {name}", 3, "report", "-o", folder / "none.pdf", "--baseline", folder / name, worse, *as_of)
        check(f"a report with the baseline {name} names it, and nothing is written", name in err and not (folder / "none.pdf").exists(), err)
    _, err = exits("freeze with a baseline", 2, "freeze", "worse", "-o", folder / "x.tar.gz", "--baseline", base, cwd=folder)
    check("freeze with a baseline says why not", "not among its inputs" in err and not (folder / "x.tar.gz").exists(), err)
    check("report offers --baseline, freeze does not", "--baseline" in run("report", "--help")[1] and
          "--baseline" not in run("freeze", "--help")[1])


def repacked(archive, target, change):
    """The archive with its members (name -> bytes) changed."""
    with tarfile.open(archive) as tar:
        members = {m.name: tar.extractfile(m).read() for m in tar.getmembers()}
    change(members)
    with tarfile.open(target, "w:gz") as tar:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            tar.addfile(info, io.BytesIO(content))


def frozen(folder):
    (folder / "manifests").mkdir()
    shutil.copytree(sample, folder / "manifests/shop")
    here = {"cwd": folder}
    first, second = folder / "first.tar.gz", folder / "second.tar.gz"
    _, err = exits("freeze", 0, "freeze", "manifests", "-o", first, *as_of, **here)
    check("freeze says the archive's digest", re.search(r"SHA-256 [0-9a-f]{64}", err), err)
    exits("freeze again", 0, "freeze", "manifests", "-o", second, *as_of, "--jobs", "1", "--quiet", cwd=folder,
          env={"TZ": "Asia/Tokyo", "LC_ALL": "C", "LANG": "C", "HOME": "/nowhere", "USER": "other"}, umask=0o077)
    check("freeze gives the same bytes again", first.read_bytes() == second.read_bytes())
    check("freeze has a fixed gzip header", first.read_bytes()[:8] == b"\x1f\x8b\x08\0\0\0\0\0")
    with tarfile.open(first) as tar:
        rows = [(m.name, m.uid, m.gid, m.uname, m.gname, m.mode, m.mtime, m.type) for m in tar.getmembers()]
        manifest = json.load(tar.extractfile("manifest.json"))
        report, findings = tar.extractfile("report.pdf").read(), tar.extractfile("findings.json").read()
        review = tar.extractfile("review.bartizan").read().decode()
    check("the members are sorted, of nobody, of the as-of time",
          rows == [(n, 0, 0, "", "", 0o644, 1795219200, tarfile.REGTYPE)
                   for n in ["findings.json", "manifest.json", "report.pdf", "review.bartizan"]], rows)
    fits("the manifest", "frozen", manifest)
    names = {str(p.relative_to(folder / "manifests")) for p in (folder / "manifests").rglob("*") if p.is_file()}
    check("the manifest names every file", {f["path"] for f in manifest["sources"][0]["files"]} == names, names)
    check("the report is that of `report`", subprocess.run([cli, "report", "manifests", *as_of, "--quiet"], cwd=folder,
                                                          capture_output=True).stdout == report)
    check("the findings are those of `assess`", run("assess", "--format", "json", "manifests", *as_of, **here)[1].encode() == findings)
    check("the review names the sources", yaml.safe_load(review)["sources"] == [{"path": "manifests"}], review)

    out, _ = exits("verify", 0, "verify", first, **here)
    check("verify says that it is the same", "the report was made again with the same bytes" in out, out)
    exits("verify elsewhere", 0, "verify", first, "--sources", folder, cwd="/")
    out, _ = exits("verify without inputs", 3, "verify", first, cwd="/")
    check("verify without inputs names the remedy", "--sources DIR" in out, out)
    exits("verify with a wrong folder", 3, "verify", first, "--sources", folder / "manifests", **here)

    other = folder / "other"
    shutil.copytree(folder / "manifests", other / "manifests")
    changed = other / "manifests/shop/payments/policies.yaml"
    original = changed.read_bytes()
    changed.write_bytes(original + b"# a comment\n")
    out, _ = exits("verify with a changed input", 1, "verify", first, "--sources", other)
    check("verify names the changed input", "shop/payments/policies.yaml has other content" in out and "not made again" in out, out)
    changed.unlink()
    out, _ = exits("verify with an input less", 1, "verify", first, "--sources", other)
    check("verify names the input that is not there", "shop/payments/policies.yaml is not there" in out, out)
    changed.write_bytes(original)
    (other / "manifests/more.yaml").write_text(DEPLOYMENT)
    out, _ = exits("verify with an input more", 1, "verify", first, "--sources", other)
    check("verify names the input that was not there", "more.yaml was not there" in out, out)

    def tampered(name, says, change, code=1):
        target = folder / "tampered.tar.gz"
        repacked(first, target, change)
        out, err = exits(f"verify {name}", code, "verify", target, **here)
        check(f"verify {name} says it", says in out + err, out + err)

    def edit(name, by):
        return lambda members: members.__setitem__(name, by(members[name]))

    tampered("untouched", "All of it belongs together", lambda members: None, 0)
    tampered("a changed report", "expected the SHA-256", edit("report.pdf", lambda b: b[:5000] + bytes([b[5000] ^ 1]) + b[5001:]))
    tampered("a longer report", "bytes as the manifest says", edit("report.pdf", lambda b: b + b"\n"))
    tampered("changed findings", "findings.json", edit("findings.json", lambda b: b.replace(b'"high"', b'"info"', 1)))
    tampered("a changed review", "not made again: the review is not what was frozen",
             edit("review.bartizan", lambda b: b.replace(b"2026-11-21", b"2026-11-20")))
    tampered("a member less", "the archive does not hold it", lambda members: members.pop("findings.json"))
    tampered("a member more", "the manifest does not name it", lambda members: members.update({"extra": b"x"}))
    tampered("no manifest", "it holds no manifest.json", lambda members: members.pop("manifest.json"), 3)
    tampered("a broken manifest", "manifest.json:", edit("manifest.json", lambda b: b[:200]), 3)
    tampered("another as-of", "differs", edit("manifest.json", lambda b: b.replace(b"2026-11-21", b"2027-11-21")))
    tampered("another digest", "shop/README.md has other content",
             edit("manifest.json", lambda b: re.sub(rb'("README.md",\s+"bytes": \d+,\s+"sha256": ")[0-9a-f]{8}', rb"\g<1>00000000",
                                                    b.replace(b"shop/README.md", b"README.md")).replace(b'"README.md"', b'"shop/README.md"')))

    def older(members):
        members["manifest.json"] = members["manifest.json"].replace(b'"version": "', b'"version": "9.', 1)
        document = json.loads(members["manifest.json"])
        for row in document["members"]:
            if row["name"] == "report.pdf":
                row["sha256"] = "0" * 64
        members["manifest.json"] = json.dumps(document).encode()

    tampered("another version", "the bytes may differ for that reason", older)

    def everywhere(members):  # a stranger's manifest that names the whole disk is not let loose on it
        document = json.loads(members["manifest.json"])
        document["sources"][0]["path"] = "/"
        members["manifest.json"] = json.dumps(document).encode()

    tampered("a manifest that names the root", "differs", everywhere)
    def elsewhere(path, says, code):  # and never outside of --sources
        def named(members):
            document = json.loads(members["manifest.json"])
            document["sources"][0]["path"] = path
            members["manifest.json"] = json.dumps(document).encode()
        repacked(first, folder / "named.tar.gz", named)
        out, err = exits(f"verify a manifest that names {path}", code, "verify", folder / "named.tar.gz", "--sources", folder)
        check(f"verify a manifest that names {path} says where it looks", says in out, out + err)

    elsewhere("../../etc", f"expected a folder at {folder}/etc\n", 3)
    elsewhere("a/../../b", f"expected a folder at {folder}/b\n", 3)
    elsewhere("..", "the source '..', which is no place below a folder", 3)
    elsewhere("/", "the source '/', which is no place below a folder", 3)
    deep = folder / "beside/deep"
    deep.mkdir(parents=True)
    exits("freeze from a folder beside", 0, "freeze", "../../manifests/", "-o", folder / "beside.tar.gz", "--quiet", *as_of, cwd=deep)
    exits("verify it there", 0, "verify", folder / "beside.tar.gz", cwd=deep)
    exits("verify it with --sources", 0, "verify", folder / "beside.tar.gz", "--sources", folder, cwd="/")
    for more in [["--redact"], ["--owner", "shop-team"]]:
        _, err = exits(f"freeze {more[0]}", 2, "freeze", "manifests", "-o", folder / "part.tar.gz", *more, *as_of, **here)
        check(f"freeze {more[0]} says why and writes nothing", "write the report without names or for one owner with `report`" in
              " ".join(err.split()) and not (folder / "part.tar.gz").exists(), err)
    (folder / "cut.tar.gz").write_bytes(first.read_bytes()[:3000])
    exits("verify a cut-off archive", 3, "verify", folder / "cut.tar.gz", **here)
    (folder / "bomb.tar.gz").write_bytes(gzip.compress(bytes(64 << 20)))
    exits("verify something else", 3, "verify", folder / "bomb.tar.gz", **here)
    exits("verify nothing", 3, "verify", folder / "nowhere.tar.gz", **here)
    _, err = exits("freeze into a source", 2, "freeze", "manifests", "-o", folder / "manifests/deep/x.tar.gz", **here)
    check("freeze into a source says why", "write it elsewhere" in err and not (folder / "manifests/deep").exists(), err)
    exits("freeze to standard output", 0, "freeze", "manifests", "-o", "-", "--quiet", *as_of, **here)
    check("freeze is quiet", run("freeze", "manifests", "-o", folder / "q.tar.gz", "--quiet", **here)[2] == "")
    exits("freeze without -o", 2, "freeze", "manifests", **here)
    exits("freeze of nothing", 3, "freeze", "nowhere", "-o", folder / "x.tar.gz", **here)

    review = folder / "team.bartizan"
    finding = json.loads(findings)["findings"][0]["id"]
    review.write_text(f"format: bartizan-review\nversion: 1\nsources:\n  - path: manifests\nasOf: 2026-11-21T00:00:00Z\ndecisions:\n"
                      f"  {finding}:\n    decision: accept\n    reason: known\n    owner: shop\n    expires: 2027-01-31\n")
    exits("freeze a review", 0, "freeze", "team.bartizan", "-o", first, "--quiet", **here)
    with tarfile.open(first) as tar:
        check("a review is frozen as it is", tar.extractfile("review.bartizan").read() == review.read_bytes())
        check("its decision is in the findings", b'"accepted until 2027-01-31"' in tar.extractfile("findings.json").read())
    exits("verify a frozen review", 0, "verify", first, "--sources", folder, cwd="/")
    exits("freeze by absolute paths", 0, "freeze", folder / "manifests", "-o", first, "--quiet", *as_of, cwd="/")
    exits("verify absolute paths elsewhere", 1, "verify", first, "--sources", other, cwd="/")  # `other` has a file more
    (other / "manifests/more.yaml").unlink()
    exits("verify absolute paths elsewhere again", 0, "verify", first, "--sources", other, cwd="/")


def scripts(document):
    """The shell lines of a pipeline, in order: GitHub's steps, GitLab's scripts."""
    for job in (document.get("jobs") or {}).values():
        for step in job["steps"]:
            check("a step runs or uses something", ("run" in step) != ("uses" in step), step)
            yield from step.get("run", "").split("\n")
    for job in document.values():
        if isinstance(job, dict) and "script" in job:
            for line in job["script"]:
                yield from line.split("\n")


def documented(folder):
    text = (root / "docs/pipelines.md").read_text()
    blocks = re.findall(r"^```(\w+)\n(.*?)^```$", text, re.S | re.M)
    pipelines = [yaml.safe_load(body) for kind, body in blocks if kind == "yaml"]
    check("there is a pipeline for two systems", len(pipelines) == 2 and "jobs" in pipelines[0] and "stages" in pipelines[1])
    check("GitHub's triggers are there", {"push", "pull_request"} <= set(pipelines[0].get("on", pipelines[0].get(True)) or {}))
    check("GitLab's jobs use what is there", all(job.get("extends", ".bartizan") in pipelines[1] and
          job.get("stage", "review") in pipelines[1]["stages"] for job in pipelines[1].values() if isinstance(job, dict)))
    bin_folder = folder / "bin"
    bin_folder.mkdir()
    (bin_folder / "bartizan-cli").symlink_to(cli)
    known = run("assess", "--help")[1], run("diff", "--help")[1]
    ran = 0
    lists = [list(scripts(p)) for p in pipelines] + [body.split("\n") for kind, body in blocks if kind == "sh"]
    for number, lines in enumerate(lists):
        work = folder / f"work{number}"
        for side in [work, work / "base"]:
            shutil.copytree(sample, side / "manifests")
            (side / "reports").mkdir()
        (work / "team.bartizan").write_text("format: bartizan-review\nversion: 1\nsources:\n  - path: manifests\n")
        if number == 2:  # decisions: everything is decided
            findings = json.loads(run("assess", "--format", "json", "manifests", cwd=work)[1])["findings"]
            (work / "team.bartizan").write_text("format: bartizan-review\nversion: 1\nsources:\n  - path: manifests\ndecisions:\n" + "".join(
                f"  {f['id']}:\n    decision: accept\n    reason: known\n    owner: shop\n"
            "    expires: 9999-12-31\n" for f in findings))
        gates = []
        for line in lines:
            at = line.find("bartizan-cli ")
            if at < 0 or not (line.lstrip().startswith("bartizan-cli") or "|| bartizan-cli" in line):
                continue
            form = re.search(r"--format (\w+)", line)
            offered = known[1 if " diff " in line else 0]
            if form and not re.search(rf"its formats are:[^\n]*\b{form.group(1)}\b", offered.replace("\n" + " " * 30, " ")):
                print(f"SKIP: {form.group(1)} is no format of this version: {line.strip()}")
                continue
            done = subprocess.run(["bash", "-euc", line], cwd=work, capture_output=True, timeout=300,
                                  env={**os.environ, "PATH": f"{bin_folder}:{os.environ['PATH']}"})
            check(f"documented: {line.strip()} exits 0", done.returncode == 0, done.stderr.decode(errors="replace"))
            output = re.search(r" -o (\S+)", line)
            check(f"documented: {line.strip()} writes what it names", not output or (work / output.group(1)).stat().st_size > 0)
            gates += [line] if "--fail-on" in line else []
            ran += 1
        (work / "manifests/debug.yaml").write_text(DEPLOYMENT)
        for line in gates:
            done = subprocess.run(["bash", "-euc", line], cwd=work, capture_output=True, timeout=300,
                                  env={**os.environ, "PATH": f"{bin_folder}:{os.environ['PATH']}"})
            check(f"documented: {line.strip()} fails for a planted manifest", done.returncode == 1, done.stderr.decode(errors="replace"))
    check("the documented commands were run", ran >= 12, ran)


for part in [baselines, summaries, reports, frozen, documented]:
    with tempfile.TemporaryDirectory() as name:
        part(pathlib.Path(name))
for failure in failures:
    print("FAIL " + failure)
print(f"{passed} passed, {len(failures)} failed")
sys.exit(1 if failures else 0)
