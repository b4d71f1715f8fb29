#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs bartizan-cli as somebody types it: words that are none, variants that the sources do not hold, suffixes that ask
for what a command does not write, outputs that cannot be opened, and what --help shows of them.
usage: command_line.py CLI SOURCE_ROOT"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

cli, root = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve()
sample = root / "resources/sample"
as_of = ["--as-of", "2026-11-21T00:00:00Z"]
failures = []
passed = 0


def run(*arguments, cwd=None):
    done = subprocess.run([cli, *map(str, arguments)], capture_output=True, timeout=300, cwd=cwd,
                          env={**os.environ, "COLUMNS": "80"})
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


def workload(name, image):
    return (f"apiVersion: apps/v1\nkind: Deployment\nmetadata: {{name: {name}, namespace: shop}}\nspec:\n"
            f"  selector: {{matchLabels: {{app: {name}}}}}\n  template:\n    metadata: {{labels: {{app: {name}}}}}\n"
            f"    spec: {{containers: [{{name: main, image: '{image}'}}]}}\n")


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def reviewed(*arguments, **more):
    document = json.loads(run("inventory", "--format", "json", *arguments, **more)[1])
    return {v["path"] for v in document["variants"] if v["reviewed"]}, document["problems"]


def variants(folder):
    here = {"cwd": folder}
    for name, image in [("blue", "web:1"), ("green", "web:2")]:
        write(folder / f"two/{name}/web.yaml", workload("web", image))
    write(folder / "one/web.yaml", workload("web", "web:1"))
    check("a variant that is one is reviewed", reviewed("--variant", "green", "two", **here)[0] == {"green"})
    check("a variant with the source in front is one", reviewed("--variant", "two/green/", "two", **here)[0] == {"green"})
    for command in ["inventory", "connectivity", "calls", "routes", "layers", "paths", "assess", "followups", "graph", "report"]:
        out, err = exits(f"{command} of a variant that is none", 2, command, "--variant", "grene", "two", **here)
        check(f"{command} of a variant that is none lists those there are", "choose one of blue, green\n" in err and not out, err)
    _, err = exits("freeze of a variant that is none", 2, "freeze", "--variant", "grene", "two", "-o", folder / "x.tar.gz", **here)
    check("freeze of a variant that is none lists them, and writes nothing",
          "choose one of blue, green\n" in err and not (folder / "x.tar.gz").exists(), err)
    _, err = exits("a variant of one deployable", 2, "inventory", "--variant", "green", "one", **here)
    check("a variant of one deployable says that there is no choice", "they hold no variants to choose from, only ." in err, err)
    exits("the top of a source as a variant", 0, "inventory", "--variant", ".", "one", **here)
    write(folder / "empty/readme.txt", "nothing to see\n")
    _, err = exits("a variant of nothing", 3, "inventory", "--variant", "green", "empty", **here)
    check("a variant of nothing says that there is nothing", "nothing usable" in err, err)

    # What is compared: an earlier state that had no choice is compared as it is, one that had another choice is not.
    exits("diff with a state before its variants", 0, "diff", "--variant", "green", "one", "two", *as_of, **here)
    for name, image in [("red", "web:1"), ("white", "web:2")]:
        write(folder / f"other/{name}/web.yaml", workload("web", image))
    for name, arguments in [("diff", ["diff", "--variant", "green", "other", "two"]),
                            ("connectivity --against", ["connectivity", "--variant", "green", "--against", "other", "two"]),
                            ("assess --baseline", ["assess", "--variant", "green", "--baseline", "other", "two"])]:
        _, err = exits(f"{name} with a state of other variants", 2, *arguments, **here)
        check(f"{name} says of which state", "in the earlier state: " in err and "choose one of red, white\n" in err, err)

    # A review is laid over what is there: a window, and the program that writes its report, go on, and say it.
    review = folder / "team.bartizan"
    write(review, "format: bartizan-review\nversion: 1\nvariant: green\nsources:\n  - path: two\n")
    check("a review names a variant", reviewed(review)[0] == {"green"} and "variant" not in run("inventory", review)[2])
    write(review, "format: bartizan-review\nversion: 1\nvariant: gone\nsources:\n  - path: two\n")
    taken, problems = reviewed(review)
    check("a review whose variant is gone gives another one", taken == {"blue"}, taken)
    check("a review whose variant is gone says it first", problems[0]["id"] == "variant-not-found" and
          problems[0]["severity"] == "error" and problems[0]["message"].endswith("choose one of blue, green"), problems[:1])
    check("a problem quotes no name that was given", "gone" not in problems[0]["message"], problems[0])
    _, err = exits("a review whose variant is gone", 0, "assess", "--quiet", review, *as_of)
    check("a review whose variant is gone is said on standard error", "choose one of blue, green\n" in err, err)
    exits("a review whose variant is gone, and one that is there", 0, "assess", "--variant", "green", review, *as_of)


def suffixes(folder):
    for command, name, says in [("connectivity", "x.svg", "text, json, csv, dot"), ("connectivity", "x.md", "text, json, csv, dot"),
                                ("assess", "x.pdf", "text, json, sarif, csv, markdown, junit"),
                                ("followups", "x.json", "text, markdown, csv"), ("report", "x.json", "pdf, html"),
                                ("report", "x.txt", "pdf, html"), ("graph", "x.csv", "svg, png, pdf, dot, graphml"),
                                ("formats", "x.csv", "text, json"), ("freeze", "x.pdf", "name a .tar.gz")]:
        sources = [] if command == "formats" else [sample]
        _, err = exits(f"{command} -o {name}", 2, command, "-o", folder / name, *sources)
        check(f"{command} -o {name} says what is written", says in err and name in err, err)
        check(f"{command} -o {name} writes nothing", not (folder / name).exists())
    for name in ["x.out", "x.log", "x", "x.svg.old", "a.svg/x"]:
        (folder / "a.svg").mkdir(exist_ok=True)
        exits(f"inventory -o {name}", 0, "inventory", "-o", folder / name, sample)
        check(f"inventory -o {name} is text", (folder / name).read_text() == run("inventory", sample)[1])
    exits("a format that is said", 0, "inventory", "--format", "json", "-o", folder / "said.svg", sample)
    check("a format that is said is written whatever the name", json.loads((folder / "said.svg").read_text())["schema"])


def outputs(folder):
    for command, name in [("inventory", "x.json"), ("graph", "x.svg"), ("report", "x.html"), ("formats", "x.json"), ("freeze", "x.tar.gz")]:
        sources = [] if command == "formats" else [sample, *as_of]
        if command == "freeze":
            sources.append("--quiet")
        target = folder / "nowhere" / name
        _, err = exits(f"{command} into a folder that is not there", 2, command, "-o", target, *sources)
        check(f"{command} names the file and the remedy", str(target) in err and "check that the folder exists" in err, err)
        _, err = exits(f"{command} onto a folder", 2, command, "-o", folder, *sources)
        check(f"{command} says that it is a folder", f"{folder}: it is a folder; name a file in it" in err, err)
    check("nothing was left", list(folder.iterdir()) == [], list(folder.iterdir()))
    if os.path.exists("/dev/full"):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([cli, "formats"], stdout=full, stderr=subprocess.PIPE, timeout=300)
        check("a full standard output is no wrong usage", done.returncode == 4 and b"standard output" in done.stderr, done)
    for text in [run("--help")[1], (root / "README.md").read_text()]:
        check("the exit codes say where it belongs", "2 wrong usage or an output that cannot be opened" in " ".join(text.split()))


def words(_):
    commands = re.findall(r"^  (\w+) ", run("--help")[1].split("Subcommands:")[1], re.M)
    check("there are commands", len(commands) == 15, commands)
    for command in commands:
        shown = run(command, "--help")[1]
        check(f"{command} --help shows no code", not re.search(r"ENUM|->|\{|:value", shown), shown)
    shown = run("connectivity", "--help")[1]
    for option in ["--scope auto|complete|partial", "--direction ingress|egress", "--networks pod|all"]:
        check(f"help shows {option}", re.search(rf"^  {re.escape(option)}\s", shown, re.M), shown)
        flag, allowed = option.split(" ")
        for word in allowed.split("|"):
            exits(f"{flag} {word}", 0, "connectivity", flag, word, sample)
        for word in ["0", "1", "2", allowed.split("|")[0].upper(), ""]:
            exits(f"{flag} '{word}'", 2, "connectivity", f"{flag}={word}", sample)
    mode = {word: json.loads(run("inventory", "--format", "json", "--scope", word, sample)[1])["scope"]["mode"]
            for word in ["complete", "partial"]}
    check("the words of --scope are heard", mode == {"complete": "complete", "partial": "partial"}, mode)
    one = {word: run("connectivity", "--format", "csv", "--direction", word, "--workload", "web", sample)[1] for word in ["ingress", "egress"]}
    check("the words of --direction are heard", one["ingress"] != one["egress"])


for part in [variants, suffixes, outputs, words]:
    with tempfile.TemporaryDirectory() as name:
        part(pathlib.Path(name))
for failure in failures:
    print("FAIL " + failure)
print(f"{passed} passed, {len(failures)} failed")
sys.exit(1 if failures else 0)
