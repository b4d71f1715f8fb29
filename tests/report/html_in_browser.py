#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens the HTML report of the sample in headless Chromium and asks the browser: does it load nothing, does its policy hold
and refuse what it does not name, does no window make it wider than itself, is every text readable on its ground in light,
dark and strong colours, do landmarks, tables and pictures have names, does the filter do what it says, is everything there
without script and on paper. Hostile names go the same way.
usage: html_in_browser.py CLI SOURCE_ROOT [FOLDER for pictures]"""
import json
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
sys.dont_write_bytecode = True
import large_system  # noqa: E402
from browser import Browser  # noqa: E402

cli, root = sys.argv[1], pathlib.Path(sys.argv[2])
pictures = pathlib.Path(sys.argv[3]) if len(sys.argv) > 3 else None
as_of = ["--as-of", "2026-11-21T00:00:00Z"]
failures = []
passed = 0


def check(name, truth, detail=""):
    global passed
    if truth:
        passed += 1
    else:
        failures.append(f"{name}: {str(detail)[:600]}")


def run(*arguments):
    done = subprocess.run([cli, *arguments], capture_output=True, timeout=600)
    if done.returncode != 0:
        raise SystemExit(f"bartizan-cli {' '.join(arguments)}: {done.stderr.decode()[:500]}")
    return done.stdout


# Text whose contrast with the nearest ground that is painted below it is too small (WCAG 2.2, 1.4.3).
CONTRAST = """(() => {
  const channel = (v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  const light = (c) => 0.2126 * channel(c[0]) + 0.7152 * channel(c[1]) + 0.0722 * channel(c[2]);
  const parse = (text) => (text.match(/[\\d.]+/g) || []).map(Number);
  const ground = (e) => {
    for (; e; e = e.parentElement) {
      const c = parse(getComputedStyle(e).backgroundColor);
      if (c.length === 3 || c[3] === 1) return c;
      if (c[3] > 0) return null;
    }
    return [255, 255, 255];
  };
  const bad = []; let texts = 0; let lowest = 99;
  for (const e of document.querySelectorAll('body *')) {
    if (e.closest('svg, script, .vh') || !e.checkVisibility()) continue;
    if (![...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim())) continue;
    const style = getComputedStyle(e), under = ground(e), ink = parse(style.color);
    if (!under || (ink.length === 4 && ink[3] < 1)) { bad.push('not opaque: ' + e.className + e.tagName); continue; }
    const [a, b] = [light(ink), light(under)];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const size = parseFloat(style.fontSize), large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    ++texts; lowest = Math.min(lowest, ratio);
    if (ratio < (large ? 3 : 4.5))
      bad.push(ratio.toFixed(2) + ' ' + e.tagName + '.' + e.className + ' ' + e.textContent.slice(0, 40));
  }
  return {texts, lowest, bad: [...new Set(bad)].slice(0, 5)};
})()"""

# What is wider than the window, apart from what stands in a region that scrolls.
OVERFLOW = """(() => {
  const wide = document.documentElement.clientWidth, bad = [];
  for (const e of document.querySelectorAll('body *')) {
    if (e.closest('.scroll, .legend, svg, .vh, .skip, script') || !e.checkVisibility()) continue;
    const box = e.getBoundingClientRect();
    if (box.right > wide + 1 || box.left < -1) bad.push(e.tagName + '.' + e.className + ' ' + box.left + ' to ' + box.right);
  }
  return {scroll: document.documentElement.scrollWidth, wide, bad: bad.slice(0, 4)};
})()"""

SHOWN = "[...document.querySelectorAll('article.finding')].filter((e) => e.checkVisibility()).length"


def look(browser, name, file, **how):
    """One way to look at a page: nothing refused, nothing loaded, nothing wider than the window, all text readable."""
    browser.open(file, **how)
    check(f"{name}: nothing is refused, nothing is loaded", not browser.complaints(), browser.complaints()[:3])
    overflow = browser.evaluate(OVERFLOW)
    check(f"{name}: no wider than the window", overflow["scroll"] <= overflow["wide"] and not overflow["bad"], overflow)
    contrast = browser.evaluate(CONTRAST)
    check(f"{name}: {contrast['texts']} texts can be read", contrast["texts"] > 100 and not contrast["bad"], contrast["bad"])
    print(f"{name}: {contrast['texts']} texts, lowest contrast {contrast['lowest']:.2f}")
    if pictures:
        browser.picture(pictures / (name.replace(" ", "-") + ".png"), height=6000)


def names(browser):
    """The tree that a screen reader gets."""
    roles = {}
    for node in browser.call("Accessibility.getFullAXTree")["nodes"]:
        if not node.get("ignored"):
            role = node.get("role", {}).get("value", "")
            roles.setdefault(role, []).append(node.get("name", {}).get("value", ""))
    for role in ["banner", "navigation", "main", "contentinfo"]:
        check(f"one landmark {role}", len(roles.get(role, [])) == 1, roles.get(role))
    for role in ["table", "region", "image", "img", "article", "link", "searchbox", "checkbox", "radio", "combobox"]:
        nameless = sum(not name.strip() for name in roles.get(role, []))
        check(f"every {role} has a name", nameless == 0, f"{nameless} of {len(roles.get(role, []))}")
    regions = roles.get("region", [])
    check("regions can be told apart", len(set(regions)) == len(regions), [name for name in regions if regions.count(name) > 1][:3])
    for role in ["table", "region", "article", "columnheader", "rowheader", "searchbox", "checkbox"]:
        check(f"there is a {role}", roles.get(role), sorted(roles))


def filters(browser, file, findings):
    browser.open(file)
    browser.evaluate("""window.FINDINGS = '.filter[aria-label="Filter the findings"]'; 1""")
    check("all findings are there", browser.evaluate("document.querySelectorAll('article.finding').length") == len(findings))
    check("all findings are shown", browser.evaluate(SHOWN) == len(findings))
    high = sum(finding["severity"] == "high" for finding in findings)
    browser.evaluate("document.querySelector('.filter input[value=high]').click()")
    check("without those of high severity", high > 0 and browser.evaluate(SHOWN) == len(findings) - high, browser.evaluate(SHOWN))
    said = browser.evaluate("document.querySelector(FINDINGS + ' [role=status]').textContent")
    check("the number is announced", said.startswith(f"{len(findings) - high} of {len(findings)} findings"), said)
    hidden = next(finding["id"] for finding in findings if finding["severity"] == "high")
    browser.call("Emulation.setEmulatedMedia", media="print")
    check("paper shows what the filter hides", browser.evaluate(SHOWN) == len(findings))
    browser.call("Emulation.setEmulatedMedia", media="")
    browser.evaluate(f"[...document.querySelectorAll('main a')].find((a) => a.hash.endsWith({json.dumps(hidden)})).click(); "
                     "new Promise((done) => setTimeout(done, 300))")
    check("a link to what is hidden shows it", browser.evaluate(SHOWN) == len(findings))
    typed = ("const input = document.querySelector(FINDINGS + ' input[type=search]'); input.value = {}; "
             "input.dispatchEvent(new Event('input', {{bubbles: true}})); ")
    browser.evaluate("{ " + typed.format(json.dumps(hidden.upper())) + "}")
    check("a word finds a finding in any case", 1 <= browser.evaluate(SHOWN) < len(findings), browser.evaluate(SHOWN))
    browser.evaluate("{ " + typed.format(json.dumps("nothing holds this")) + "}")
    check("a word that nothing holds", browser.evaluate(SHOWN) == 0)
    rows = browser.evaluate("""new Promise((done) => {
      const field = [...document.querySelectorAll('.filter')].find((f) => f.getAttribute('aria-label').startsWith('Filter the table'));
      const table = field.nextElementSibling.querySelector('table');
      const all = table.querySelectorAll('tbody tr:not(.group)');
      const input = field.querySelector('input');
      input.value = all[0].cells[0].textContent;
      input.dispatchEvent(new Event('input', {bubbles: true}));
      setTimeout(() => done({all: all.length, shown: [...all].filter((r) => r.checkVisibility()).length,
                             said: field.querySelector('[role=status]').textContent}), 400);
    })""")
    check("a long table is filtered", 1 <= rows["shown"] < rows["all"] and rows["said"].startswith(str(rows["shown"])), rows)
    check("filters raise no complaint", not browser.complaints(), browser.complaints()[:3])


def policy(browser, file):
    """What the policy does not name is refused, whoever puts it there."""
    browser.open(file)
    refused = browser.evaluate("""new Promise((done) => {
      const refused = [];
      addEventListener('securitypolicyviolation', (e) => refused.push(e.effectiveDirective));
      for (const add of [
        () => { const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s); },
        () => { const s = document.createElement('style'); s.textContent = 'h1 { display: none }'; document.body.append(s); },
        () => { document.querySelector('h1').setAttribute('style', 'display: none'); },
        () => { const i = new Image(); i.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='; document.body.append(i); },
        () => { document.body.insertAdjacentHTML('beforeend', '<p>x</p>'); },
      ]) try { add(); } catch (e) { refused.push(e.name); }
      setTimeout(() => done({refused, ran: 'ran' in window, seen: document.querySelector('h1').checkVisibility()}), 200);
    })""")
    check("the policy refuses script, style, attribute, image and markup",
          len(refused["refused"]) >= 5 and not refused["ran"] and refused["seen"], refused)


def keyboard(browser, file):
    browser.open(file)
    for kind in ["keyDown", "keyUp"]:
        browser.call("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab", windowsVirtualKeyCode=9)
    seen = browser.evaluate("(() => { const a = document.activeElement, b = a.getBoundingClientRect(); "
                            "return [a.className, b.top >= 0 && b.height > 20, getComputedStyle(a).outlineStyle]; })()")
    check("Tab shows the skip link first", seen == ["skip", True, "solid"], seen)
    for kind in ["keyDown", "keyUp"]:
        browser.call("Input.dispatchKeyEvent", type=kind, key="Enter", code="Enter", windowsVirtualKeyCode=13, text="\r")
    check("Enter skips to the report", browser.evaluate("document.activeElement.id") == "report",
          browser.evaluate("document.activeElement.outerHTML.slice(0, 80)"))
    unreachable = browser.evaluate("[...document.querySelectorAll('*')].filter((e) => e.scrollWidth > e.clientWidth + 1 && "
                                   "['auto', 'scroll'].includes(getComputedStyle(e).overflowX) && e.tabIndex < 0).length")
    check("what scrolls can be reached by keyboard", unreachable == 0, unreachable)


def without_script(browser, file, findings):
    browser.open(file)
    text = "document.querySelector('main').innerText"
    with_script = browser.evaluate("document.querySelectorAll('.filter').forEach((e) => e.remove()); " + text)
    browser.open(file, script=False)
    check("without script there are no controls", browser.evaluate("document.querySelectorAll('.filter').length") == 0)
    check("without script the text is the same", browser.evaluate(text) == with_script)
    check("without script all findings are shown", browser.evaluate(SHOWN) == len(findings))
    check("without script the drawing's size is chosen", browser.evaluate(
        "(() => { const svg = document.querySelector('.canvas svg'), width = () => svg.getBoundingClientRect().width; "
        "const before = width(); document.querySelector('.zoom .twice').click(); return width() > before; })()"))


def paper(browser, file, findings, folder):
    target = folder / "report.pdf"
    browser.open(file, dark=True)
    browser.pdf(target)
    if pictures:
        (pictures / "print.pdf").write_bytes(target.read_bytes())
    info = subprocess.run(["pdfinfo", "-f", "1", "-l", "999", str(target)], capture_output=True, text=True).stdout
    sizes = {tuple(round(float(part)) for part in line.split(":")[1].split()[:3:2])
             for line in info.split("\n") if line.startswith("Page ") and "size" in line}
    check("paper is A4", sizes and sizes <= {(595, 842), (842, 595)} and (595, 842) in sizes, sizes)
    text = subprocess.run(["pdftotext", "-layout", str(target), "-"], capture_output=True).stdout.decode()
    sheets = text.split("\f")[:-1]
    check("no sheet is empty", len(sheets) > 5 and all(len(sheet.split()) > 12 for sheet in sheets),
          [(i + 1, len(sheet.split())) for i, sheet in enumerate(sheets) if len(sheet.split()) <= 12])
    check("every finding is on paper", all(finding["id"] in text for finding in findings))
    check("each sheet says what it is of", all("Confidential" in sheet and f"{i + 1} / {len(sheets)}" in sheet
                                               for i, sheet in enumerate(sheets)))
    check("paper has no controls", "findings shown" not in text and "Fit the page" not in text)
    print(f"paper: {len(sheets)} sheets")


def large(browser, folder):
    """More findings than stand in full: rows, which links lead to; all of it on paper, though what is out of sight is not
    laid out."""
    source = str(large_system.write(folder / "large"))
    file, target = folder / "large.html", folder / "large.pdf"
    file.write_bytes(run("report", "--format", "html", source, *as_of))
    findings = json.loads(run("assess", "--format", "json", source, *as_of))["findings"]
    look(browser, "large 1280", file)
    there = browser.evaluate("[...document.querySelectorAll('article.finding .id, tr[id^=finding-] td:last-child')]"
                             ".map((e) => e.textContent)")
    check("large: every finding once", sorted(there) == sorted(finding["id"] for finding in findings), len(there))
    full = browser.evaluate("document.querySelectorAll('article.finding').length")
    check("large: most are rows", 0 < full < len(findings) / 4, full)
    said = browser.evaluate("document.querySelector('.filter[aria-label=\"Filter the findings\"] [role=status]').textContent")
    check("large: the filter says what it counts", said == f"{full} of {full} findings in full shown", said)
    last = browser.evaluate("""new Promise((done) => {
      const row = [...document.querySelectorAll('tr[id^=finding-]')].pop();
      location.hash = row.id;
      setTimeout(() => done([row.getBoundingClientRect().top, innerHeight, getComputedStyle(row.cells[1]).backgroundColor,
                             getComputedStyle(row.previousElementSibling.cells[1]).backgroundColor]), 500);
    })""")
    check("large: a link shows its row", 0 <= last[0] < last[1] and last[2] != last[3], last)
    browser.open(file)
    found = browser.evaluate("window.find(" + json.dumps(findings[-1]["id"]) + ")")
    check("large: what is out of sight is found", found is True, found)
    browser.pdf(target)
    text = "".join(subprocess.run(["pdftotext", "-raw", str(target), "-"], capture_output=True).stdout.decode().split())
    lost = [finding["id"] for finding in findings if finding["id"] not in text]
    check("large: every finding is on paper", not lost, lost[:3])


def hostile_system(folder):
    """A system whose names try to be markup, script, style and endless."""
    source = folder / "hostile"
    source.mkdir()
    names = ["<script>window.pwned=1</script>", "\"><img src=x onerror=window.pwned=1>", "</style><style>body{display:none}</style>",
             "</script><svg onload=window.pwned=1>", "javascript:window.pwned=1", "{{7*7}}${7*7}", "-->]]>&lt;b&gt;", "\u202egnihtyna", "x" * 10000]
    documents = []
    for name in names:
        labels = {"app": name}
        documents.append({"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": name, "namespace": name[:200], "labels": {"team": name}},
                          "spec": {"selector": {"matchLabels": labels}, "template": {"metadata": {"labels": labels}, "spec": {
                              "containers": [{"name": name, "image": name, "securityContext": {"privileged": True}}]}}}})
        documents.append({"apiVersion": "v1", "kind": "Service", "metadata": {"name": name, "namespace": name[:200]},
                          "spec": {"type": "LoadBalancer", "selector": labels, "ports": [{"port": 80}]}})
    (source / "all.yaml").write_text("\n---\n".join(json.dumps(document) for document in documents))
    return source


def main():
    folder = pathlib.Path(work.name)
    if pictures:
        pictures.mkdir(parents=True, exist_ok=True)
    sample = str(root / "resources/sample")
    file = folder / "report.html"
    file.write_bytes(run("report", "--format", "html", sample, *as_of))
    check("the same bytes again", file.read_bytes() == run("report", "--format", "html", sample, *as_of, "--jobs", "1"))
    findings = json.loads(run("assess", "--format", "json", sample, *as_of))["findings"]
    more = {"name": "prefers-contrast", "value": "more"}
    for width in (400, 1280):
        for dark in (False, True):
            look(browser, f"{'dark' if dark else 'light'} {width}", file, width=width, dark=dark)
    for dark in (False, True):
        look(browser, f"strong {'dark' if dark else 'light'}", file, dark=dark, extra=[more])
    look(browser, "print 680", file, media="print", width=680)
    forced = [{"name": "forced-colors", "value": "active"}]
    look(browser, "forced", file, extra=forced)
    check("marks are seen in forced colours", browser.evaluate(
        "[...document.querySelectorAll('.mark')].every((e) => getComputedStyle(e).color !== getComputedStyle(document.body).backgroundColor)"))
    moving = browser.evaluate("[document.getAnimations().length, getComputedStyle(document.documentElement).scrollBehavior, "
                              "[...document.querySelectorAll('*')].filter((e) => getComputedStyle(e).transitionDuration !== '0s').length]")
    check("nothing moves", moving == [0, "auto", 0], moving)
    reader = Browser("--force-renderer-accessibility")  # as it is with a screen reader: also what is out of sight
    try:
        reader.open(file)
        names(reader)
    finally:
        reader.close()
    filters(browser, file, findings)
    policy(browser, file)
    keyboard(browser, file)
    without_script(browser, file, findings)
    paper(browser, file, findings, folder)
    large(browser, folder)
    bad = folder / "hostile.html"
    bad.write_bytes(run("report", "--format", "html", str(hostile_system(folder)), *as_of))
    for width in (400, 1280):
        look(browser, f"hostile {width}", bad, width=width)
        check(f"hostile {width}: nothing ran", browser.evaluate("!('pwned' in window) && document.images.length === 0"))
        check(f"hostile {width}: names are shown", browser.evaluate("document.body.innerText.includes('<script>window.pwned=1</script>')"))


work = tempfile.TemporaryDirectory()
browser = Browser()
try:
    main()
finally:
    browser.close()
    work.cleanup()
for failure in failures:
    print("FAIL " + failure)
print(f"{passed} passed, {len(failures)} failed")
sys.exit(1 if failures or not passed else 0)
