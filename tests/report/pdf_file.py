# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands in a PDF file, as poppler-utils and qpdf see it: words with their boxes, links, outline, fonts, information.
Pages count from 1, y goes down from the page's top edge, units are points."""
import dataclasses
import json
import re
import subprocess
import xml.etree.ElementTree as xml


def output(*command):
    done = subprocess.run(list(map(str, command)), capture_output=True, timeout=600)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, command))}: {done.stderr.decode(errors='replace')[:500]}")
    return done.stdout


def joined(text):
    """Without blanks: lines may break anywhere in a name."""
    return re.sub(r"\s+", "", text)


@dataclasses.dataclass
class Word:
    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclasses.dataclass
class Page:
    width: float
    height: float
    words: list
    lines: list  # of lists of words

    def text(self):
        return " ".join(word.text for word in self.words)


@dataclasses.dataclass
class Target:
    page: int
    y: float


class Pdf:
    def __init__(self, path):
        self.path = path
        document = json.loads(output("qpdf", "--json", "--json-key=qpdf", "--json-key=pages", "--json-key=outlines", path))
        self.objects = document["qpdf"][1]
        self.page_objects = [row["object"] for row in document["pages"]]
        self.number = {name: i + 1 for i, name in enumerate(self.page_objects)}
        self.pages = [self._page(node) for node in self._layout()]
        self.outline = []  # (level, title, Target)
        self._read_outline(document["outlines"], 0)

    def _layout(self):
        text = output("pdftotext", "-bbox-layout", self.path, "-").decode()
        body = re.sub(r'xmlns="[^"]*"', "", text[text.index("<doc>"):text.index("</doc>") + 6])
        return xml.fromstring(body).findall("page")

    @staticmethod
    def _page(node):
        def word(found):
            return Word(found.text or "", *(float(found.get(key)) for key in ("xMin", "yMin", "xMax", "yMax")))
        lines = [[word(found) for found in line.iter("word")] for line in node.iter("line")]
        return Page(float(node.get("width")), float(node.get("height")), [each for line in lines for each in line], lines)

    def value(self, thing):
        while isinstance(thing, str) and re.fullmatch(r"\d+ \d+ R", thing):
            thing = self.objects["obj:" + thing]["value"]
        return thing

    def text(self, thing):
        return self.value(thing).split(":", 1)[1] if isinstance(thing, str) else ""

    def root(self):
        return self.value(self.objects["trailer"]["value"]["/Root"])

    def info(self):
        return {key: self.text(found) for key, found in self.value(self.objects["trailer"]["value"]["/Info"]).items()}

    def box(self, page):  # from 1
        return self.value(self.value(self.page_objects[page - 1]).get("/MediaBox"))

    def target(self, destination):
        page, kind, _, top = self.value(destination)[:4]
        number = self.number.get(page, 0)
        height = self.box(number)[3] if number else 0
        return Target(number if kind == "/XYZ" else 0, height - top)

    def _read_outline(self, rows, level):
        for row in rows:
            self.outline.append((level, row["title"], self.target(row["dest"])))
            self._read_outline(row["kids"], level + 1)

    def links(self):
        """(page, box, target) with the box as left, top, right, bottom."""
        for number, name in enumerate(self.page_objects, 1):
            height = self.box(number)[3]
            for annotation in self.value(self.value(name).get("/Annots", [])):
                link = self.value(annotation)
                left, low, right, high = link["/Rect"]
                yield number, (left, height - high, right, height - low), self.target(link["/Dest"])

    def fonts(self):
        """(name, embedded, subset, unicode) of each."""
        rows = output("pdffonts", self.path).decode().split("\n")[2:]
        return [(row.split()[0], *re.search(r"(yes|no) +(yes|no) +(yes|no) +\d+ +\d+$", row).groups()) for row in rows if row]

    def all_text(self):
        return "\n".join(" ".join(word.text for word in line) for page in self.pages for line in page.lines)

    def joined_text(self):
        """Everything that a reader or a search could get out of the file."""
        texts = [output("pdftotext", "-raw", self.path, "-").decode(), self.all_text()]
        texts += [json.dumps(self.objects, ensure_ascii=False)]
        return "\n".join(joined(text) for text in texts)
