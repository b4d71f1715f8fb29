#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads exports of one system with other people's readers and compares each with the JSON exports: nothing lost, nothing
interpreted. CSV by Python, XML by ElementTree and xmllint, GraphML by networkx, DOT by Graphviz, Markdown by GitHub's own
cmark-gfm, SARIF by its schema, Mermaid and D2 by the programs' own parsers where node and the packages are at hand
(tests/report/readers), else by the small grammars below.
usage: read_exports.py FOLDER SOURCE_ROOT   FOLDER holds files named COMMAND.FORMAT, made from one system"""
import csv
import html.parser
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

folder, root = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
failures = []
passed = 0
skipped = []


def check(name, truth, detail=""):
    global passed
    if truth:
        passed += 1
    else:
        failures.append(f"{name}: {str(detail)[:400]}")


def read(name):
    return (folder / name).read_bytes().decode("utf-8", "strict")


def there(name):
    return (folder / name).exists()


INVISIBLE = [(0, 0x1F), (0x7F, 0x9F), (0xAD, 0xAD), (0x61C, 0x61C), (0x180E, 0x180E), (0x200B, 0x200F), (0x2028, 0x202E),
             (0x2060, 0x2069), (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFB), (0xFFFE, 0xFFFF), (0xE0000, 0xE007F)]


def invisible(c):
    return any(a <= ord(c) <= b for a, b in INVISIBLE)


def visible(text):
    return "".join(f"<U+{ord(c):04X}>" if invisible(c) else c for c in text)




def squeezed(text):
    return " ".join(text.split())


def no_controls(name, text, allowed="\n"):
    bad = sorted({hex(ord(c)) for c in text if invisible(c) and c not in allowed})
    check(f"{name} has no control or bidirectional character", not bad, bad)


# ---------------------------------------------------------------- CSV
def rows_of(name):
    text = read(name)
    no_controls(name, text, "\r\n")
    check(f"{name} ends every line by CRLF", text.endswith("\r\n") and text.count("\n") == text.count("\r\n"))
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    check(f"{name} is a rectangle", len({len(r) for r in rows}) == 1, {len(r) for r in rows})
    formulas = [c for r in rows for c in r if c.lstrip(" ")[:1] in tuple("=+-@\t\r＝＋－＠") and c.strip()
                and not re.fullmatch(r"-?[0-9]+", c)]
    check(f"{name} holds no formula", not formulas, formulas[:3])
    return [dict(zip(rows[0], r)) for r in rows[1:]]


def cell(text):
    return ("'" if text.lstrip(" ")[:1] in tuple("=+-@\t\r＝＋－＠") and text.strip(" ") else "") + visible(text)


def cells(values):
    return cell("; ".join(values))


def check_csv(reference):
    if there("assess.csv"):
        rows = rows_of("assess.csv")
        findings = reference["assess"]["findings"]
        check("assess.csv has each finding", [r["id"] for r in rows] == [f["id"] for f in findings])
        for row, finding in zip(rows, findings):
            want = {"severity": finding["severity"], "title": cell(finding["title"]), "reason": cell(finding["reason"]),
                    "subjects": cells(finding["subjects"]), "status": finding["status"], "fix": cell(finding["fix"]),
                    "subject count": str(len(finding["subjects"]))}
            if finding["cause"]:
                want["file"] = cell(finding["cause"][0]["file"])
                want["line"] = str(finding["cause"][0].get("line", ""))
                want["evidence"] = cell(finding["cause"][0]["text"])
            wrong = {k: (row[k], v) for k, v in want.items() if row[k] != v}
            check(f"assess.csv says the same of {finding['id']}", not wrong, wrong)
    if there("layers.csv"):
        rows = rows_of("layers.csv")
        want = [(cell(w["id"]), layer, v["verdict"], cell(v["reason"])) for w in reference["layers"]["workloads"]
                for layer, v in w["layers"].items()]
        check("layers.csv has each verdict", sorted((r["workload"], r["layer"], r["verdict"], r["reason"]) for r in rows) ==
              sorted(want))
    if there("routes.csv"):
        rows = rows_of("routes.csv")
        check("routes.csv has each entry and route", [(r["what"], r["id"]) for r in rows] ==
              [("entry", cell(e["id"])) for e in reference["routes"]["entries"]] +
              [("route", cell(r["id"])) for r in reference["routes"]["routes"]])
        for row, route in zip([r for r in rows if r["what"] == "route"], reference["routes"]["routes"]):
            check("routes.csv says the same of a route", (row["hosts"], row["path"], row["authentication"]) ==
                  (cells(route["hosts"]), cell(route["path"]["value"]), route["authentication"]["verdict"]), row)
    if there("paths.csv"):
        rows = rows_of("paths.csv")
        have = [(r["id"], r["entry"], r["target"], r["steps"]) for r in rows]
        want = [(cell(p["id"]), cell(p["entry"]), cell(p["target"]), str(p["steps"])) for p in reference["paths"]["paths"]]
        check("paths.csv has each path", have == want, [(a, b) for a, b in zip(have, want) if a != b][:1])
    if there("followups.csv"):
        rows = rows_of("followups.csv")
        decided = ("accepted", "mitigated", "false positive")
        want = {f["id"] for f in reference["assess"]["findings"] if not f["status"].startswith(decided)}
        check("followups.csv has each open finding", {r["id"] for r in rows} == want)
        owners = [r["owner"] for r in rows]
        check("followups.csv groups by owner", len([o for i, o in enumerate(owners) if i == 0 or owners[i - 1] != o]) ==
              len(set(owners)), owners)
        check("followups.csv has those that nobody owns last", "no owner named" not in owners or
              owners[-1] == "no owner named" and owners.index("no owner named") + owners.count("no owner named") == len(owners))


# ---------------------------------------------------------------- Markdown
class Page(html.parser.HTMLParser):
    ALLOWED = {"h1", "h2", "h3", "p", "ul", "li", "strong", "code", "table", "thead", "tbody", "tr", "th", "td", "input"}

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.tags, self.open, self.text, self.outside, self.rows = set(), [], [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        if tag == "tr":
            self.rows.append(0)
        if tag in ("td", "th"):
            self.rows[-1] += 1
        if tag not in ("input", "br", "img", "hr"):
            self.open.append(tag)
        if tag in ("li", "p", "td", "h1", "h2", "h3"):
            self.text.append("\n")

    def handle_endtag(self, tag):
        while self.open and self.open.pop() != tag:
            pass

    def handle_comment(self, data):
        self.tags.add("comment")

    def handle_data(self, data):
        self.text.append(data)
        if "code" not in self.open:
            self.outside.append(data)


def page_of(name):
    text = read(name)
    no_controls(name, text)
    check(f"{name} begins no line with a command", not re.search(r"^\s*/[a-z]", text, re.M))
    done = subprocess.run(["cmark-gfm", "--unsafe", *[w for e in ("table", "autolink", "strikethrough", "tasklist")
                                                      for w in ("-e", e)]], input=text.encode(), capture_output=True)
    check(f"{name} is read by cmark-gfm", done.returncode == 0, done.stderr)
    page = Page()
    page.feed(done.stdout.decode())
    check(f"{name} makes no element that is not ours", page.tags <= Page.ALLOWED, page.tags - Page.ALLOWED)
    outside = "".join(page.outside)
    risky = re.findall(r"[@#`<>\[\]~$\\]|://|www\.|\b[0-9a-f]{7,}\b|\bGH-[0-9]|:[a-z]+:", outside)
    check(f"{name} has only plain words outside of code", not risky, risky[:5])
    return page, "".join(page.text)


def check_markdown(reference):
    if there("assess.markdown"):
        page, text = page_of("assess.markdown")
        for finding in reference["assess"]["findings"]:
            check(f"assess.markdown names {finding['id']}", text.count(finding["id"]) >= 2)
            lost = [s for s in finding["subjects"] if visible(s) not in text]
            check(f"assess.markdown names the subjects of {finding['id']}", not lost, lost)
        lost = [e["id"] for e in reference["routes"]["entries"] if visible(e["id"]) not in text]
        check("assess.markdown names the ways in", not lost, lost)
        lost = [f["id"] for f in reference["assess"]["findings"] if squeezed(visible(f["title"])) not in squeezed(text)]
        check("assess.markdown has the titles", not lost, lost)
    if there("followups.markdown"):
        page, text = page_of("followups.markdown")
        rows = rows_of("followups.csv")
        check("followups.markdown has each row of the CSV", text.count("Finding: ") == len(rows), (len(rows)))
        lost = [r["owner"] for r in rows if r["owner"].removeprefix("'") not in text]
        check("followups.markdown names the owners", not lost, lost)
    if there("diff.markdown"):
        page, text = page_of("diff.markdown")
        check("diff.markdown is short enough for a comment", len(read("diff.markdown")) < 65536 or "xxxxxxxx" in text)


# ---------------------------------------------------------------- XML
XML10 = re.compile("[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")


def xml_of(name):
    text = read(name)
    no_controls(name, text)
    check(f"{name} has only characters of XML 1.0", not XML10.search(text))
    return ElementTree.fromstring(text.encode())


def check_junit(reference):
    if not there("assess.junit"):
        return
    top = xml_of("assess.junit")
    done = subprocess.run(["xmllint", "--huge", "--noout", "--schema", str(root / "tests/data/exports/junit.xsd"),
                           str(folder / "assess.junit")], capture_output=True)
    check("assess.junit fits the schema", done.returncode == 0, done.stderr.decode(errors="replace"))
    cases = top.findall("testsuite/testcase")
    names = [(c.get("classname"), c.get("name")) for c in cases]
    check("assess.junit has no case twice", len(set(names)) == len(names))
    for name, count in [("tests", len(cases)), ("failures", len(top.findall(".//failure"))), ("errors", 0),
                        ("skipped", len(top.findall(".//skipped")))]:
        check(f"assess.junit counts its {name}", int(top.get(name)) == count == sum(int(s.get(name)) for s in top), count)
    undecided = {r["id"] for r in csv.DictReader(io.StringIO(read("assess.csv"), newline="")) if r["undecided"] == "yes"}
    state = {n: "failure" if c.find("failure") is not None else "skipped" if c.find("skipped") is not None else "passed"
             for n, c in zip(names, cases)}
    wrong = []
    for f in reference["assess"]["findings"]:
        decided = f["status"].startswith(("accepted", "mitigated", "false positive"))
        want = "skipped" if decided or f["ifSensitivity"] or f["id"] in undecided else "failure"
        for s in f["subjects"]:
            if state.get((f["rule"], f"{visible(s)} ({f['id']})")) != want:
                wrong.append((f["id"], s, want, state.get((f["rule"], f"{visible(s)} ({f['id']})"))))
    check("assess.junit fails for what is open and only for that", not wrong, wrong[:3])
    for w in reference["layers"]["workloads"]:
        for layer, v in w["layers"].items():
            if v["verdict"] == "present" and state.get((v["rule"], visible(w["id"]))) != "passed":
                wrong.append((w["id"], layer))
            if v["verdict"] == "unknown" and state.get((v["rule"], visible(w["id"])), "skipped") != "skipped":
                wrong.append((w["id"], layer))
    check("assess.junit passes what is present and skips what is unknown", not wrong, wrong[:3])


def box_of(cell):
    g = cell.find("mxGeometry")
    return [float(g.get(k, "0")) for k in ("x", "y", "width", "height")]


def check_drawio(graph):
    if not there("graph.drawio"):
        return
    top = xml_of("graph.drawio")
    check("graph.drawio is an uncompressed model", top.tag == "mxfile" and top[0].tag == "diagram" and top[0][0].tag ==
          "mxGraphModel" and top[0][0][0].tag == "root")
    cells = {}
    for item in top.iter("root"):
        for child in item:
            mx = child if child.tag == "mxCell" else child.find("mxCell")
            check("graph.drawio has each id once", child.get("id") not in cells)
            cells[child.get("id")] = (child, mx)
    check("graph.drawio has two layers", [c.get("value") for i, (c, m) in cells.items() if m.get("parent") == "0"] ==
          ["Services", "Calls"])
    check("graph.drawio has parents, sources and targets", all(m.get(k) in cells for i, (c, m) in cells.items()
                                                             for k in ("parent", "source", "target") if m.get(k)))
    nodes = {c.get("system"): (c, m) for i, (c, m) in cells.items() if i.startswith("n")}
    check("graph.drawio has each node", set(nodes) == {visible(n["id"]) for n in graph["nodes"]})
    edges = [(c, m) for i, (c, m) in cells.items() if m.get("edge") == "1"]
    check("graph.drawio has each call", len(edges) == len([e for e in graph["edges"] if e["kind"] != "latent"]))
    check("graph.drawio has calls on their layer", all(m.get("parent") == "2" for c, m in edges))
    check("graph.drawio interprets no label", all("html=0" in m.get("style", "") for i, (c, m) in cells.items()
                                                if m.get("parent") not in (None, "0")))
    boxes = []
    for n in graph["nodes"]:
        c, m = nodes[visible(n["id"])]
        box, parent = box_of(m), m.get("parent")
        closed = parent.startswith("g") and cells[parent][1].get("collapsed") == "1"
        if parent.startswith("g"):
            outer = box_of(cells[parent][1])
            if closed:
                alternate = cells[parent][1].find("mxGeometry/mxRectangle")
                outer = [0, 0, float(alternate.get("width")), float(alternate.get("height"))]
            check("graph.drawio has a service inside its namespace", 0 <= box[0] and 0 <= box[1] and
                  box[0] + box[2] <= outer[2] + 0.02 and box[1] + box[3] <= outer[3] + 0.02, (n["id"][:60], box, outer))
            box = [box[0] + outer[0], box[1] + outer[1], box[2], box[3]]
        if not closed:
            check("graph.drawio has the layout's places", abs(box[0] - n["x"]) < 0.03 and abs(box[1] - n["y"]) < 0.03,
                  (box, n["x"], n["y"]))
            boxes.append((n["id"], box))
    over = [(a[:40], b[:40]) for i, (a, p) in enumerate(boxes) for b, q in boxes[i + 1:]
            if p[0] + p[2] > q[0] and q[0] + q[2] > p[0] and p[1] + p[3] > q[1] and q[1] + q[3] > p[1]]
    check("graph.drawio has no service over another", not over, over[:3])

    class Tip(html.parser.HTMLParser):
        def handle_starttag(self, tag, attrs):
            check("a tooltip of draw.io holds no markup from input", tag == "br" and not attrs, tag)

    tip = Tip()
    for i, (c, m) in cells.items():
        tip.feed(c.get("tooltip", ""))
        tip.close()
        check("no cell of draw.io is a link or replaces anything", c.get("link") is None and c.get("placeholders") is None)


def check_graphml(graph):
    if not there("graph.graphml"):
        return
    xml_of("graph.graphml")
    try:
        import networkx
    except ImportError:
        skipped.append("networkx is not at hand: GraphML is only parsed as XML")
        return
    read_graph = networkx.read_graphml(folder / "graph.graphml")
    nodes = {d["id"]: (n, d) for n, d in read_graph.nodes(data=True)}
    check("graph.graphml has each node", set(nodes) == {visible(n["id"]) for n in graph["nodes"]})
    for n in graph["nodes"]:
        d = nodes[visible(n["id"])][1]
        check("graph.graphml says the same of a node", d["kind"] == n["kind"] and abs(d["x"] - n["x"]) < 0.01 and
              d.get("namespace", "") == visible(n["parent"]) and d.get("worst", n["worst"]) == n["worst"], (n, d))
    of = {n: d["id"] for n, d in read_graph.nodes(data=True)}
    edges = sorted((of[a], of[b], d["kind"], d["encryption"], d["authenticated"]) for a, b, d in read_graph.edges(data=True))
    check("graph.graphml has each call", edges == sorted((visible(e["from"]), visible(e["to"]), e["kind"], e["encryption"],
                                                          e["authenticated"]) for e in graph["edges"]))


def check_dot(graph):
    if not there("graph.dot"):
        return
    if not shutil.which("dot"):
        skipped.append("Graphviz is not at hand: DOT is not read")
        return
    done = subprocess.run(["dot", "-Tdot_json", str(folder / "graph.dot")], capture_output=True)
    check("graph.dot is read by Graphviz without a word", done.returncode == 0 and not done.stderr, done.stderr)
    if done.returncode:
        return
    document = json.loads(done.stdout, strict=False)
    nodes = [o for o in document.get("objects", []) if not o["name"].startswith("cluster")]
    check("graph.dot has each node and nothing else", len(nodes) == len(graph["nodes"]) and all(re.fullmatch(
        r"n[0-9]+", o["name"]) for o in nodes), (len(nodes), len(graph["nodes"])))
    check("graph.dot has each call", len(document.get("edges", [])) == len([e for e in graph["edges"] if e["kind"] != "latent"]))
    allowed = {"label", "id", "tooltip", "shape", "color", "style", "fillcolor", "name", "_gvid", "fontname", "nodes", "edges",
               "subgraphs", "rankdir"}
    check("graph.dot has no attribute that is not ours", all(set(o) <= allowed for o in document.get("objects", [])))
    ids = {o["id"].replace("\\\\", "\\") for o in nodes}
    lost = [n["id"] for n in graph["nodes"] if not any(invisible(c) for c in n["id"]) and n["id"] not in ids]
    check("graph.dot has each id whole", not lost, lost)


# ---------------------------------------------------------------- who can reach whom
def check_connectivity(reference):
    rows = rows_of("connectivity.csv") if there("connectivity.csv") else None
    if "differences" in reference:
        want = [(d["change"], cell(d["src"]), cell(d["dst"])) for d in reference["differences"]]
        check("connectivity.csv has each difference", rows is None or [(r["change"], r["from"], r["to"]) for r in rows] == want)
    else:
        want = sorted((cell(n["network"]), cell(c["src"]), cell(c["dst"])) for n in reference["networks"]
                      for c in n["connections"] + n["connectionsIpv6"])
        have = sorted((r["network"], r["from"], r["to"]) for r in rows or [] if r["what"] == "connection")
        check("connectivity.csv has each connection", rows is None or have == want, (len(have), len(want)))
        for what, key in [("uncertain", "uncertain"), ("exposure", "exposure"), ("unprotected", "unprotected"),
                          ("blocked", "blocked")]:
            check(f"connectivity.csv has each row of {key}",
                  rows is None or len([r for r in rows if r["what"] == what]) == len(reference[key]))
    if not there("connectivity.dot"):
        return
    if not shutil.which("nop") or not shutil.which("gc"):
        skipped.append("Graphviz is not at hand: the DOT of connectivity is not read")
        return
    no_controls("connectivity.dot", read("connectivity.dot"))
    done = subprocess.run(["nop", str(folder / "connectivity.dot")], capture_output=True)  # reads, lays nothing out
    check("connectivity.dot is read by Graphviz without a word", done.returncode == 0 and not done.stderr, done.stderr)
    done = subprocess.run(["gc", "-n", "-e", str(folder / "connectivity.dot")], capture_output=True)
    counted = [int(word) for word in done.stdout.split()[:2] if word.isdigit()]
    ends = {e for row in want for e in row[1:]}
    check("connectivity.dot has each row as an arrow", len(counted) == 2 and counted[1] == len(want), (counted, len(want)))
    check("connectivity.dot has each end", len(counted) == 2 and counted[0] >= len(ends), (counted, len(ends)))


# ---------------------------------------------------------------- Mermaid and D2
def uncoded(text):
    return re.sub(r"#([0-9]+);", lambda m: chr(int(m[1])), text)


def check_mermaid(graph):
    if not there("graph.mermaid"):
        return
    text = read("graph.mermaid")
    no_controls("graph.mermaid", text)
    label = r'"(?:[A-Za-z0-9 .,/-]|#[0-9]+;|<br/>)*"'
    forms = [r"flowchart LR", r"%% [0-9]+ calls, [0-9]+ characters: [a-zA-Z ]+", rf"subgraph g[0-9]+\[{label}\]", "end",
             rf" *n[0-9]+(?:\[|\[\(|\{{\{{|\(\(|\(\[|\[\[){label}(?:\]|\)\]|\}}\}}|\)\)|\]\)|\]\])(?::::[A-Za-z]+)?",
             rf"n[0-9]+ (?:==>|-\.->|-->)(?:\|{label}\|)? n[0-9]+", r"classDef [A-Za-z]+ stroke:#[0-9a-f]{6},stroke-width:2px",
             r"linkStyle [0-9]+(?:,[0-9]+)* stroke:#[0-9a-f]{6},stroke-width:4px"]
    wrong = [l for l in text.rstrip("\n").split("\n") if not any(re.fullmatch(f, l) for f in forms)]
    check("graph.mermaid has only lines of ours", not wrong, wrong[:2])
    check("graph.mermaid has each node", len(re.findall(r"^ *n[0-9]+[\[({]", text, re.M)) == len(graph["nodes"]))


def check_d2(graph):
    if not there("graph.d2"):
        return
    text = read("graph.d2")
    no_controls("graph.d2", text)
    quoted, reference = r"'(?:[^']|'')*'", r"'(?:[A-Za-z0-9 ,\u0080-\U0010ffff]|&#[0-9]+;)*'"
    forms = [r"direction: right", r"classes: \{", r"  [A-Za-z]+: \{style: \{stroke: '#[0-9a-f]{6}'; stroke-width: [24]\}\}", r" *\}",
             rf" *[gn][0-9]+: {quoted} \{{", r" *shape: [a-z]+", rf" *tooltip: {reference}", r" *class: [A-Za-z]+",
             rf"(?:g[0-9]+\.)?n[0-9]+ -> (?:g[0-9]+\.)?n[0-9]+: {quoted} \{{", r"  style\.stroke-dash: 4"]
    wrong = [l for l in text.rstrip("\n").split("\n") if not any(re.fullmatch(f, l) for f in forms)]
    check("graph.d2 has only lines of ours", not wrong, wrong[:2])
    check("graph.d2 has each node", len(re.findall(r"^ *n[0-9]+: '", text, re.M)) == len(graph["nodes"]))


def check_by_their_own_parsers(graph):
    """Mermaid's and D2's own parsers, from the npm registry: installed once into a folder beside the build."""
    if not (there("graph.mermaid") and there("graph.d2")):
        return
    home = os.environ.get("BARTIZAN_READERS")
    if not home or not shutil.which("node") or not (pathlib.Path(home) / "node_modules").exists():
        skipped.append("Mermaid's and D2's own parsers are not at hand (BARTIZAN_READERS): read by their grammars only")
        return
    script = pathlib.Path(home) / "read_drawings.mjs"
    shutil.copy(root / "tests/report/readers/read_drawings.mjs", script)
    done = subprocess.run(["node", str(script), str(folder / "graph.mermaid"), str(folder / "graph.d2")], capture_output=True,
                          timeout=120)
    check("Mermaid and D2 read their drawings", done.returncode == 0, done.stderr.decode(errors="replace")[-400:])
    if done.returncode:
        return
    result = json.loads(done.stdout)
    drawn = [e for e in graph["edges"] if e["kind"] != "latent"]
    for name in ("mermaid", "d2"):
        check(f"{name}: each node and call", (len(result[name]["nodes"]), len(result[name]["edges"])) ==
              (len(graph["nodes"]), len(drawn)), (len(result[name]["nodes"]), len(result[name]["edges"])))
        check(f"{name}: the namespaces", len(result[name]["groups"]) == len({n["parent"] for n in graph["nodes"]} - {""}))
    ml = {d["label"] for d in labels_of_graphml()}
    lost = sorted({l.strip() for l in ml} - {n.split("<br/>")[0].strip() for n in result["mermaid"]["nodes"]})
    check("Mermaid has each label whole, but for blanks at its ends", not lost, lost[:2])
    lost = sorted(ml - set(result["d2"]["nodes"]))
    check("D2 has each label whole", not lost, lost[:2])


def labels_of_graphml():
    top = xml_of("graph.graphml")
    space = "{http://graphml.graphdrawing.org/xmlns}"
    return [{d.get("key"): d.text or "" for d in n.findall(f"{space}data")} for n in top.iter(f"{space}node")]


# ---------------------------------------------------------------- SARIF
def check_sarif(reference):
    if not there("assess.sarif"):
        return
    log = json.loads(read("assess.sarif"))
    official = next((p for p in [pathlib.Path(os.environ.get("BARTIZAN_CORPUS", root / "../shared/corpus")) /
                                 "reports/sarif/grype__grype__presenter__sarif__testdata__sarif-schema-2.1.0.json",
                                 root / "../../shared/corpus/reports/sarif/"
                                 "grype__grype__presenter__sarif__testdata__sarif-schema-2.1.0.json"] if p.exists()), None)
    if official:
        import jsonschema
        schema = json.loads(official.read_text())
        errors = list(jsonschema.validators.validator_for(schema)(schema).iter_errors(log))
        check("sarif fits the official schema", not errors, "; ".join(e.message[:160] for e in errors[:3]))
    else:
        skipped.append("the official SARIF schema is not at hand")
    run = log["runs"][0]
    rules, artifacts = run["tool"]["driver"]["rules"], run["artifacts"]
    findings = {f["id"]: f for f in reference["assess"]["findings"]}
    check("sarif has each finding", [r["fingerprints"]["bartizanFinding/v1"] for r in run["results"]] == list(findings))
    places = []

    def walk(value):
        if isinstance(value, dict):
            if "artifactLocation" in value:
                places.append(value["artifactLocation"])
            for v in value.values():
                walk(v)
        elif isinstance(value, list):
            for v in value:
                walk(v)

    walk(run["results"])
    walk(run["invocations"])
    check("sarif: each place is an artifact of the run", all(artifacts[p["index"]]["location"]["uri"] == p["uri"] for p in places))
    check("sarif: uris need no more escaping", all(re.fullmatch(r"[A-Za-z0-9/._~-]*(?:%[0-9A-F]{2}[A-Za-z0-9/._~-]*)*", p["uri"])
                                                 for p in places))
    check("sarif: every input has its digest", all(re.fullmatch(r"[0-9a-f]{64}", a["hashes"]["sha-256"])
                                                 for a in artifacts if "hashes" in a))
    check("sarif: every problem is a notification", len(run["invocations"][0]["toolExecutionNotifications"]) >=
          len(reference["assess"]["problems"]))
    for result in run["results"]:
        finding = findings[result["fingerprints"]["bartizanFinding/v1"]]
        check("sarif: rule and index agree", rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding["rule"])
        check("sarif: a place for every finding", result["locations"])
        check("sarif: level and kind agree", (result["kind"] == "fail") == (result["level"] != "none"), result["level"])
        state = [s["status"] for s in result["suppressions"]]
        status = finding["status"]
        want = ["accepted"] if status.startswith(("accepted", "mitigated", "false positive")) else \
            ["rejected"] if status == "reopened" else []
        check("sarif: a decision is a suppression", state == want, (status, state))
        message = result["message"]["text"]
        check("sarif: a message has no link and no placeholder", not re.search(r"(?<!\\)\]\(", message) and
              not re.search(r"(?<!\{)(?:\{\{)*\{[0-9]", message), message)
        no_controls("sarif message", message, "")
    texts = [r["help"]["markdown"] for r in rules]
    check("sarif: rules have help", all(r["help"]["text"] and t for r, t in zip(rules, texts)))


reference = {c: json.loads(read(f"{c}.json")) for c in ("assess", "layers", "routes", "paths", "graph") if there(f"{c}.json")}
if "assess" in reference:
    check_csv(reference)
    check_markdown(reference)
    check_junit(reference)
    check_sarif(reference)
if there("connectivity.json"):
    check_connectivity(json.loads(read("connectivity.json")))
if "graph" in reference:
    for each in (check_drawio, check_graphml, check_dot, check_mermaid, check_d2, check_by_their_own_parsers):
        each(reference["graph"])
for line in skipped:
    print("SKIP: " + line)
for failure in failures[:60]:
    print("FAIL " + failure)
print(f"{passed} passed, {len(failures)} failed")
sys.exit(1 if failures else 0)
