#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts Kubernetes objects in files, independently of Bartizan: documents that are mappings with the strings apiVersion
and kind, and the items of Lists instead of the Lists. Reads paths from standard input, one a line, and prints
"count<TAB>path", or "-<TAB>path" when the file is neither YAML nor JSON to Python's parsers (no comparison then)."""
import json
import re
import sys

import yaml

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # every scalar is a string
LIMIT = 64 << 20


def json_documents(text):
    decoder = json.JSONDecoder()
    at, documents = 0, []
    while True:
        at = re.compile(r"\s*").match(text, at).end()
        if at == len(text):
            return documents
        value, at = decoder.raw_decode(text, at)
        documents.append(value)


def is_object(value):
    return (isinstance(value, dict) and isinstance(value.get("apiVersion"), str) and isinstance(value.get("kind"), str)
            and value["apiVersion"] != "" and value["kind"] != "")


def count(value, depth=0):
    if not is_object(value):
        return 0
    kind, items = value["kind"], value.get("items", "absent")
    if items in (None, "", "null", "~"):  # written as null; the loader keeps the word
        items = []
    if kind.endswith("List") and "spec" not in value and (isinstance(items, list) or kind == "List"):
        total = 0
        for item in items if isinstance(items, list) else []:
            if not isinstance(item, dict):
                continue
            if is_object(item) and item["kind"].endswith("List") and depth < 3:
                total += count(item, depth + 1)
            elif is_object(item) or kind != "List":
                total += 1
        return total
    return 1


def documents_of(path):
    with open(path, "rb") as file:
        raw = file.read(LIMIT + 1)
    if len(raw) > LIMIT or b"\0" in raw[:4096]:
        return None
    text = raw.decode("utf-8-sig")
    if text.lstrip()[:1] in ("{", "["):
        try:
            return json_documents(text)
        except ValueError:
            pass
    return list(yaml.load_all(text, Loader=LOADER))


def main():
    for line in sys.stdin:
        path = line.rstrip("\n")
        try:
            documents = documents_of(path)
            result = "-" if documents is None else str(sum(count(document) for document in documents))
        except Exception:  # whatever Python's parsers refuse is not compared
            result = "-"
        print(result + "\t" + path, flush=False)


if __name__ == "__main__":
    sys.setrecursionlimit(5000)
    main()
