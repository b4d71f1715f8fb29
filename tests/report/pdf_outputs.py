#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs `bartizan-cli report` and takes the PDF apart with poppler-utils and qpdf: is every finding there, does every word
stand inside the page and beside the others, does every link, outline entry and page number lead where it says, are fonts
embedded, are the bytes the same wherever it runs, do --sections and --owner leave out what they say.
usage: pdf_outputs.py CLI SOURCE_ROOT"""
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
sys.dont_write_bytecode = True
import large_system  # noqa: E402
from pdf_file import Pdf, joined, output  # noqa: E402

cli, root = sys.argv[1], pathlib.Path(sys.argv[2])
sample = root / "resources/sample"
as_of = ["--as-of", "2026-11-21T00:00:00Z"]
side, top = 51.02, 56.69  # 18 and 20 mm
failures = []
passed = 0


def check(name, truth, detail=""):
    global passed
    if truth:
        passed += 1
    else:
        failures.append(f"{name}: {str(detail)[:600]}")


def run(*arguments, env=None, umask=-1):
    done = subprocess.run([cli, *map(str, arguments)], capture_output=True, timeout=600, env={**os.environ, **(env or {})},
                          umask=umask)
    return done.returncode, done.stdout, done.stderr.decode(errors="replace")


def report(target, *arguments, env=None, umask=-1):
    code, _, error = run("report", "-o", target, *arguments, *as_of, env=env, umask=umask)
    if code != 0:
        raise SystemExit(f"bartizan-cli report {' '.join(map(str, arguments))}: {error[:500]}")
    return target


def drawing_pages(pdf):
    """Names jut over what a tile shows and are cut off there; pdftotext does not know of that."""
    sections = [(title, target.page) for level, title, target in pdf.outline if level == 0]
    pages = set()
    for i, (title, first) in enumerate(sections):
        if title == "The drawing":
            pages = set(range(first, sections[i + 1][1] if i + 1 < len(sections) else len(pdf.pages) + 1))
    return pages


def outside(page):
    """Words of the body that stand outside the text's area."""
    low = page.height - top
    return [word for word in page.words
            if word.left < side - 1 or word.right > page.width - side + 1 or
            (word.top < top - 3 and abs(word.bottom - 39.5) > 2) or
            (word.bottom > low + 3 and not page.height - 42 < word.top < page.height - 28)]


def overlapping(page):
    """Pairs of words of which one covers more than a third of the other."""
    words = sorted(page.words, key=lambda word: word.left)
    pairs = []
    for i, one in enumerate(words):
        for other in words[i + 1:]:
            if other.left >= one.right:
                break
            wide = min(one.right, other.right) - other.left
            high = min(one.bottom, other.bottom) - max(one.top, other.top)
            least = min((word.right - word.left) * (word.bottom - word.top) for word in (one, other))
            if high > 0 and wide * high > least / 3:
                pairs.append((one.text, other.text, round(one.left), round(one.top)))
    return pairs


def inside(word, box):
    middle = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    return box[0] - 1 <= middle[0] <= box[2] + 1 and box[1] - 1 <= middle[1] <= box[3] + 1


def check_pages(name, pdf):
    drawn = drawing_pages(pdf)
    for number, page in enumerate(pdf.pages, 1):
        box = [round(side) for side in pdf.box(number)]
        check(f"{name}: page {number} is A4", box in ([0, 0, 595, 842], [0, 0, 842, 595]), box)
        feet = [" ".join(word.text for word in line) for line in page.lines if line[0].top > page.height - 45]
        check(f"{name}: the foot of page {number}", any(foot.endswith(f"{number} / {len(pdf.pages)}") for foot in feet), feet)
        check(f"{name}: page {number} has words", len(page.words) > 12, len(page.words))
        if number in drawn:
            continue
        check(f"{name}: words of page {number} are inside", not outside(page), outside(page)[:3])
        check(f"{name}: words of page {number} stand apart", not overlapping(page), overlapping(page)[:3])


def begins_row(pdf, target):
    """A row of a finding without a block of its own: its severity stands at the left, and the place is 8 points above."""
    return any(word.text in ("critical", "high", "medium", "low", "info") and abs(word.left - side - 15) < 2 and
               abs(word.top - (target.y + 8)) < 6 for word in pdf.pages[target.page - 1].words)


def check_ways(name, pdf):
    """Outline, contents and links lead where they say."""
    places = {(target.page, round(target.y)) for _, _, target in pdf.outline}
    for level, title, target in pdf.outline:
        good = 0 < target.page <= len(pdf.pages)
        check(f"{name}: '{title[:60]}' has a page", good)
        if not good:
            continue
        page = pdf.pages[target.page - 1]
        # Below the place, apart from a section's name, which stands above the page's text.
        text = joined(" ".join(word.text for word in page.words if word.bottom > target.y or word.bottom < 42))
        check(f"{name}: '{title[:60]}' stands on page {target.page}", joined(title) in text)
        check(f"{name}: '{title[:60]}' is where the text is", -1 <= target.y < page.height - top, target.y)
    sections = {title: target.page for level, title, target in pdf.outline if level == 0}
    contents = sections["Contents"]
    lines = {}
    for word in pdf.pages[contents - 1].words:
        lines.setdefault(round((word.top + word.bottom) / 2 / 4), []).append(word.text)
    listed = {" ".join(words[:-1]): int(words[-1]) for words in lines.values() if words[-1].isdigit() and "/" not in words}
    wanted = {title: page for title, page in list(sections.items())[2:]}
    check(f"{name}: the contents say the outline's pages", listed == wanted, f"{listed} and {wanted}")
    links = list(pdf.links())
    check(f"{name}: it has links", len(links) >= len(wanted), len(links))
    numbers = 0
    for number, box, target in links:
        where = f"{name}: the link at {[round(side) for side in box]} of page {number}"
        check(f"{where} leads to what is in the outline, or to a finding's row",
              (target.page, round(target.y)) in places or begins_row(pdf, target), target)
        words = " ".join(word.text for word in pdf.pages[number - 1].words if inside(word, box))
        check(f"{where} has words", words.strip() != "")
        said = re.search(r"\bp\. (\d+)$", words) or re.search(r"\bp\. (\d+)\b", words)
        if said:
            numbers += 1
            check(f"{where} says its page", int(said.group(1)) == target.page, f"{words} leads to {target.page}")
    check(f"{name}: links say their pages", numbers > 5, numbers)


def check_file(name, pdf, title):
    clean = subprocess.run(["qpdf", "--check", str(pdf.path)], capture_output=True)
    check(f"{name}: qpdf --check", clean.returncode == 0 and b"No syntax" in clean.stdout, clean.stdout + clean.stderr)
    check(f"{name}: title", pdf.info().get("/Title") == title, pdf.info())
    check(f"{name}: date is the as-of", pdf.info().get("/CreationDate") == "D:20261121000000Z", pdf.info())
    check(f"{name}: language", pdf.text(pdf.root().get("/Lang")) == "en")
    fonts = pdf.fonts()
    check(f"{name}: has fonts", len(fonts) >= 3, fonts)
    for font in fonts:
        check(f"{name}: font {font[0]} is embedded as a part, with characters", font[1:] == ("yes", "yes", "yes"), font)
        family = font[0].split("+")[-1].split("-")[0]
        check(f"{name}: font {font[0]} is one of ours", family in ("Inter", "JetBrainsMono"))


def check_whole(name, source, folder):
    pdf = Pdf(report(folder / f"{name}.pdf", source))
    check_file(name, pdf, f"{source.name}: security architecture review")
    check_pages(name, pdf)
    check_ways(name, pdf)
    words = {word.text for page in pdf.pages for word in page.words}
    findings = json.loads(run("assess", "--format", "json", source, *as_of)[1])["findings"]
    lost = [finding["id"] for finding in findings if finding["id"] not in words]
    check(f"{name}: every finding's id is a word of it", findings and not lost, lost[:3])
    text = pdf.all_text()
    for wanted in ("finding", "SHA-256", "2026-11-21", "configuration", "(", "as of"):
        check(f"{name}: '{wanted}' can be found", wanted in text)
    odd = sorted({c for c in text if not c.isprintable() and c != "\n" or c in "�"})
    check(f"{name}: every sign is a character", not odd, odd)
    print(f"{name}: {len(pdf.pages)} pages, {len(findings)} findings, {len(pdf.outline)} outline entries, "
          f"{sum(1 for _ in pdf.links())} links, {sum(len(page.words) for page in pdf.pages)} words")
    return pdf


def check_same_bytes(folder, first):
    wanted = hashlib.sha256(first.read_bytes()).hexdigest()
    locales = subprocess.run(["locale", "-a"], capture_output=True).stdout.decode().split()
    german = {"LC_ALL": "de_DE.UTF-8"} if "de_DE.utf8" in locales else {"LC_ALL": "C.UTF-8", "LANGUAGE": "de", "LANG": "de_DE.UTF-8"}
    home = folder / "home"
    home.mkdir()
    for name, env, umask, options in [
            ("again", {}, -1, []), ("LC_ALL=C", {"LC_ALL": "C"}, -1, []), ("German", german, -1, []),
            ("TZ=UTC", {"TZ": "UTC"}, -1, []), ("TZ=Asia/Tokyo", {"TZ": "Asia/Tokyo"}, -1, []),
            ("umask 077", {}, 0o077, []), ("umask 000", {}, 0, []),
            ("another home", {"HOME": str(home), "XDG_CONFIG_HOME": str(home), "XDG_CACHE_HOME": str(home)}, -1, []),
            ("--jobs 1", {}, -1, ["--jobs", "1"]),
            ("QT_SCALE_FACTOR=2", {"QT_SCALE_FACTOR": "2", "QT_FONT_DPI": "144"}, -1, [])]:
        found = report(folder / "again.pdf", sample, *options, env=env, umask=umask).read_bytes()
        check(f"the same bytes: {name}", hashlib.sha256(found).hexdigest() == wanted)
        (folder / "again.pdf").unlink()
    standard = run("report", sample, *as_of)
    check("the same bytes on standard output", hashlib.sha256(standard[1]).hexdigest() == wanted, standard[2])


def check_large(folder):
    """Most findings are rows; none is lost; links lead to rows; all stand in full on request."""
    source = large_system.write(folder / "large")
    findings = json.loads(run("assess", "--format", "json", source, *as_of)[1])["findings"]
    check("large: it has enough findings", len(findings) > 300, len(findings))
    pdf = Pdf(report(folder / "large.pdf", source, "--sections", "findings,services", "--all-services"))
    check_pages("large", pdf)
    check_ways("large", pdf)
    text = joined(output("pdftotext", "-raw", pdf.path, "-").decode())
    lost = [finding["id"] for finding in findings if joined(finding["id"]) not in text]
    check("large: every finding's id is in it", not lost, lost[:3])
    heads = {word.text for page in pdf.pages for word in page.words}
    serious = [finding["id"] for finding in findings if finding["severity"] in ("critical", "high")]
    check("large: what is serious stands in full", serious and set(serious) <= heads, sorted(set(serious) - heads)[:3])
    words = joined("follow as rows below their cause")
    check("large: it says that others are rows, and how to get all", words in text and "--all-findings" in text)
    places = {(target.page, round(target.y)) for _, _, target in pdf.outline}
    to_rows = sum((target.page, round(target.y)) not in places for _, _, target in pdf.links())
    check("large: links lead to rows", to_rows > 100, to_rows)
    some = Pdf(report(folder / "some.pdf", source, "--sections", "findings"))
    whole = Pdf(report(folder / "all.pdf", source, "--sections", "findings", "--all-findings"))
    check("--all-findings: each in full", {finding["id"] for finding in findings} <=
          {word.text for page in whole.pages for word in page.words})
    check("--all-findings: nothing is a row", words not in joined(output("pdftotext", "-raw", whole.path, "-").decode()))
    check("large: rows take less paper", len(some.pages) < len(whole.pages) / 2, f"{len(some.pages)} and {len(whole.pages)}")
    scans = joined(output("pdftotext", "-raw", report(folder / "scans.pdf", source, "--sections", "reports"), "-").decode())
    check("large: images without a report are a table of their own", joined("150 images without a report") in scans)
    check("large: why is said once", scans.count(joined("No image report is in the input.")) == 1)
    check("large: each of them is in it", all(f"registry.example/part-{i}:latest" in scans for i in range(150)))
    print(f"large: {len(findings)} findings, {len(some.pages)} pages of them, in full {len(whole.pages)}")
    return source


def check_files(folder, source):
    """A report is whole or not there."""
    place = folder / "place"
    place.mkdir()
    report(place / "done.pdf", sample)
    check("nothing stands beside the report", [file.name for file in place.iterdir()] == ["done.pdf"])
    (place / "done.pdf").unlink()
    code, _, error = run("report", sample, *as_of, "-o", place / "nowhere" / "a.pdf")
    check("a folder that is not there", code == 2 and "check that the folder exists" in error, error)
    for form in ("pdf", "html"):
        child = subprocess.Popen([cli, "report", "--format", form, "-o", str(place / "a"), str(source), *as_of],
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while child.poll() is None and not any(place.iterdir()):
            time.sleep(0.005)
        child.terminate()
        code = child.wait(timeout=600)
        left = [file.name for file in place.iterdir()]
        check(f"{form}: stopped, it leaves nothing; done, the whole", left == (["a"] if code == 0 else []), f"{code}, {left}")
        for file in place.iterdir():
            file.unlink()


def sections_of(pdf):
    return [title for level, title, _ in pdf.outline if level == 0]


def check_options(folder, whole):
    names = sections_of(whole)
    some = Pdf(report(folder / "some.pdf", sample, "--sections", "matrix,findings"))
    check("--sections: only these, in the report's order", sections_of(some) == names[:2] + ["Findings", "Matrix"], sections_of(some))
    check_pages("some sections", some)
    for section in ("results", "drawing", "controls", "method", "unknowns", "scope"):
        one = Pdf(report(folder / "one.pdf", sample, "--sections", section))
        check(f"--sections {section}: one section", len(sections_of(one)) == 3 and sections_of(one)[2] in names, sections_of(one))
        check_pages(f"section {section}", one)
        for number, box, target in one.links():
            check(f"--sections {section}: links lead to pages that are there", 0 < target.page <= len(one.pages), target)
    code, _, error = run("report", sample, *as_of, "--sections", "matrix,nonsense")
    check("an unknown section is wrong usage", code == 2, code)
    check("an unknown section: the error names it and all there are", "'nonsense'" in error and "matrix" in error, error)
    code, _, error = run("report", sample, *as_of, "--owner", "nobody-of-that-name")
    check("an unknown owner is wrong usage", code == 2, code)
    check("an unknown owner: the error says what to do", "owner" in error, error)
    code, _, error = run("report", sample, *as_of, "--redact")
    check("--redact without a salt is wrong usage", code == 2, code)
    check("--redact without a salt: the error says what to do", "redactionSalt" in error, error)
    code, _, error = run("report", sample, *as_of, "--format", "docx")
    check("an unknown format is wrong usage", code == 2, code)
    named = Pdf(report(folder / "named.pdf", sample, "--title", "Harbour & <Sons>", "--classification", "For (two) \\ eyes",
                       "--all-services"))
    check_file("with a title", named, "Harbour & <Sons>: security architecture review")
    check_pages("with a title", named)
    check_ways("with a title", named)
    check("--classification stands on every page", all("For (two) \\ eyes" in page.text() for page in named.pages))
    check("--all-services has more pages", len(named.pages) > len(whole.pages), len(named.pages))


WORKLOAD = """apiVersion: apps/v1
kind: Deployment
metadata: {{name: {name}, namespace: harbour, labels: {{owner: {owner}}}}}
spec:
  selector: {{matchLabels: {{app: {name}}}}}
  template:
    metadata: {{labels: {{app: {name}, owner: {owner}}}}}
    spec:
      containers:
        - name: main
          image: registry.example/harbour/{name}:1.0
          env: [{{name: NEXT, value: "http://{calls}:8080"}}, {{name: {setting}, value: "on"}}]
          securityContext: {{privileged: true}}
---
apiVersion: v1
kind: Service
metadata: {{name: {name}, namespace: harbour}}
spec: {{type: NodePort, selector: {{app: {name}}}, ports: [{{port: 8080, nodePort: {port}}}]}}
"""


def check_owner(folder):
    source = folder / "owned"
    source.mkdir()
    theirs = ["wrasse", "gurnard", "pollack"]
    mine = ["dory", "tench"]
    ring = ["dory", "wrasse", "gurnard", "tench", "pollack"]
    for i, name in enumerate(ring):
        owner = "team-lantern" if name in mine else "team-gannet"
        (source / f"part{i}.yaml").write_text(
            WORKLOAD.format(name=name, owner=owner, calls=ring[(i + 1) % len(ring)], port=30100 + i,
                            setting="OUR_SETTING" if name in mine else "THEIR_SETTING"))
    whole = Pdf(report(folder / "owned.pdf", source)).joined_text().lower()
    for word in [*theirs, *mine, "team-gannet", "their_setting"]:
        check(f"without --owner '{word}' is named", word in whole)
    pdf = Pdf(report(folder / "mine.pdf", source, "--owner", "team-lantern"))
    check_file("of one owner", pdf, "owned: security architecture review")
    check_pages("of one owner", pdf)
    check_ways("of one owner", pdf)
    html = report(folder / "mine.html", source, "--owner", "team-lantern", "--format", "html").read_text()
    for form, text in [("PDF", pdf.joined_text().lower()), ("HTML", joined(html).lower())]:
        for word in mine:
            check(f"--owner: '{word}' is named in {form}", word in text)
        for word in [*theirs, "gannet", "their_setting"]: # nor lines of their manifests
            at = text.find(word)
            check(f"--owner: '{word}' is not in {form}", at < 0, text[max(0, at - 150):at + 80])
    code, _, error = run("report", source, *as_of, "--owner", "team-gannets")
    check("an unknown owner where there are some: the error names them", code == 2 and "team-lantern" in error, error)


def check_since(folder):
    """With a baseline: every part of the first screen in its order, on pages whose words and links are in their places."""
    later = folder / "later"
    shutil.copytree(sample, later)
    grown = WORKLOAD.format(name="dory", owner="team-lantern", calls="nowhere", port=30100, setting="OURS")
    (later / "payments/grown.yaml").write_text(grown.replace("harbour", "payments"))
    base = folder / "<b>earlier\u202e.json"
    run("assess", "--format", "json", "-o", base, sample, *as_of)
    options = [later, "--baseline", base]
    pdf = Pdf(report(folder / "since.pdf", *options))
    check_pages("with a baseline", pdf)
    check_ways("with a baseline", pdf)
    findings = json.loads(run("assess", "--format", "json", *options, *as_of)[1])["findings"]
    fresh = [finding for finding in findings if finding["baselineState"] == "new"]
    text = joined(pdf.all_text())
    check("with a baseline: something is new", len(fresh) > 2, len(fresh))
    check("with a baseline: each new finding says so", text.count("newsince2026-11-21") == len(fresh), text.count("newsince2026-11-21"))
    check("with a baseline: its name is text", "Comparedwith<b>earlier[U+202E].json:" in text)
    places = [text.find(title) for title in ("Sincelasttime", "Bylayer")]
    check("with a baseline: it stands before the charts", 0 <= places[0] < places[1], places)


with tempfile.TemporaryDirectory() as made:
    folder = pathlib.Path(made)
    whole = check_whole("sample", sample, folder)
    check_same_bytes(folder, folder / "sample.pdf")
    check_options(folder, whole)
    check_owner(folder)
    check_since(folder)
    check_files(folder, check_large(folder))
    corpus = next((path for path in (root / "../shared/corpus/apps", root / "../../shared/corpus/apps") if path.exists()), None)
    for app in ("microservices-demo-boutique", "kubernetes-goat"):
        if corpus and (corpus / app).exists():
            shutil.copytree(corpus / app, folder / app)
            check_whole(app, folder / app, folder)
        else:
            print(f"SKIP: {app} is not at hand")

print(f"{passed} checks passed, {len(failures)} failed")
for failure in failures:
    print("FAIL " + failure)
sys.exit(1 if failures else 0)
