#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What reports tell of names and values. With --redact no name of the input stands in PDF or HTML, whatever kind of name
it is, and each has the same pseudonym in both; values of secrets stand in no output at all; hostile and endless names are
written, inside the page and interpreted by nobody. With --owner no service, host or namespace that is only other owners'
stands in either.
usage: names_in_reports.py CLI SOURCE_ROOT"""
import base64
import hashlib
import hmac
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
sys.dont_write_bytecode = True
from pdf_file import Pdf, joined, output  # noqa: E402

cli = sys.argv[1]
as_of = ["--as-of", "2026-11-21T00:00:00Z"]
failures = []
passed = 0


def check(name, truth, detail=""):
    global passed
    if truth:
        passed += 1
    else:
        failures.append(f"{name}: {str(detail)[:700]}")


def run(*arguments):
    done = subprocess.run([cli, *map(str, arguments), *as_of], capture_output=True, timeout=600, env=os.environ)
    return done.returncode, done.stdout, done.stderr.decode(errors="replace")


def report(target, *arguments):
    code, _, error = run("report", "-o", target, *arguments)
    if code != 0:
        raise SystemExit(f"bartizan-cli report {' '.join(map(str, arguments))}: {error[:500]}")
    return target


DIGEST = hashlib.sha256(b"an image").hexdigest()
# Every kind of name that a system has, each a word of its own: qz, the kind, two letters.
SYSTEM = """apiVersion: v1
kind: Namespace
metadata: {name: qznamespaceaa, labels: {qzkeylabelns/qzkeylabel: qzvaluelabelns}}
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: qzworkload-first
  namespace: qznamespaceaa
  labels: {owner: qzownerlabel, app.kubernetes.io/part-of: qzpartof, qzlabeldomain.qzlabeltop/qzlabelkey: qzlabelvalue}
  annotations:
    qzannotation.qzannotationdomain/qzannotationkey: qzannotationvalue
    qzannotationb: "a sentence of qzannotationprose words"
    qzannotationc: "known checks in front of the application, configured where qzannotationwords stand"
    kubernetes.io/ingress.class: qzclassannotation
spec:
  selector: {matchLabels: {app: qzselector}}
  template:
    metadata:
      labels: {app: qzselector, qzpodlabel: qzpodvalue, owner: qzownerlabel}
      annotations: {sidecar.istio.io/inject: "true", qzpodannotation: qzpodannotationvalue}
    spec:
      serviceAccountName: qzaccount
      priorityClassName: qzpriority
      imagePullSecrets: [{name: qzpullsecret}]
      hostNetwork: true
      nodeSelector: {qznodekey: qznodevalue}
      initContainers:
        - {name: qzinit, image: "qzinitregistry.example/qzinitimage:latest", command: ["/qzinitcommand"]}
        - {name: qzcloud, image: "987654321098.dkr.ecr.eu-west-1.amazonaws.com/qzcloudimage@sha256:DIGEST",
           command: [sh, -c, "exec qzprogram --qzoption qzoperand qzfinal.example:8443"]}
      containers:
        - name: qzcontainer
          image: qzregistry.qzregistrytop:5000/qzrepository/qzimage:qztag-1.4.2
          command: ["/opt/qzcommand", "--qzflag=qzargument"]
          args: ["--upstream=http://qzupstream.qznamespaceaa.svc:8080/qzargpath"]
          workingDir: /qzworkdir
          ports: [{name: qzport, containerPort: 8080, hostPort: 18080}]
          securityContext: {privileged: true}
          env:
            - {name: QZENVNAME, value: qzenvvalue}
            - {name: QZDATABASE_URL, value: "postgres://qzuser@qzdatabase.qzoutside.example:5432/qzdbname"}
            - {name: QZQUEUE, value: "amqp://qzqueue.qznamespaceaa:5672"}
            - {name: QZDSN, value: "host=qzdsnhost.internal user=qzdsnuser dbname=qzdsnbase port=5432"}
            - {name: QZSERVERS, value: "http://qzlistone.example:80 http://[2001:db8:5::7]:81 qzlisttwo:9092"}
            - {name: QZPASSWORD, valueFrom: {secretKeyRef: {name: qzsecret, key: qzsecretkey}}}
            - {name: QZCONFIG, valueFrom: {configMapKeyRef: {name: qzconfig, key: qzconfigkey}}}
          envFrom: [{configMapRef: {name: qzconfig}}, {secretRef: {name: qzsecret}}]
          volumeMounts: [{name: qzvolume, mountPath: /qzmountpath}, {name: qzhostvolume, mountPath: /host}]
          livenessProbe: {httpGet: {path: /qzlive, port: qzport}}
      volumes:
        - {name: qzvolume, secret: {secretName: qzsecret}}
        - {name: qzhostvolume, hostPath: {path: /var/qzhostpath}}
        - {name: qzblankvolume, hostPath: {path: "/srv/qzblankpath and qzblankrest"}}
        - {name: qzplainvolume, hostPath: {path: "/srv/1.25.3/CVE-2021-44228/2026-11-20/12345678"}}
        - {name: qzclaimvolume, persistentVolumeClaim: {claimName: qzclaim}}
---
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: qzqueue, namespace: qznamespaceaa, labels: {owner: qzownerlabel}}
spec:
  selector: {matchLabels: {app: qzqueueselector}}
  template:
    metadata: {labels: {app: qzqueueselector}}
    spec: {containers: [{name: rabbit, image: rabbitmq}]}
---
apiVersion: v1
kind: Service
metadata: {name: qzqueue, namespace: qznamespaceaa}
spec: {selector: {app: qzqueueselector}, ports: [{port: 5672}]}
---
apiVersion: v1
kind: Service
metadata: {name: qzservice, namespace: qznamespaceaa, annotations: {qzserviceannotation: qzserviceannotationvalue}}
spec: {type: LoadBalancer, selector: {app: qzselector}, ports: [{name: qzserviceport, port: 80, targetPort: qzport}],
       loadBalancerSourceRanges: ["198.51.100.77/32", "2001:db8:77::77/128"], externalIPs: ["203.0.113.77"]}
---
apiVersion: v1
kind: Service
metadata: {name: qzexternalservice, namespace: qznamespaceaa}
spec: {type: ExternalName, externalName: qzexternalhost.qzexternaltop}
---
apiVersion: v1
kind: Service
metadata: {name: qzlonely, namespace: qznamespaceaa}
spec: {selector: {app: qznobody}, ports: [{port: 80}]}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: qzingress, namespace: qznamespaceaa, annotations: {
  nginx.ingress.kubernetes.io/auth-url: "https://qzauthhost.example/qzauthpath?rd=qzquery",
  nginx.ingress.kubernetes.io/whitelist-source-range: "192.0.2.77/32"}}
spec:
  ingressClassName: qzingressclass
  tls: [{hosts: [qzhost.qzhosttop], secretName: qztlssecret}]
  rules:
    - host: qzhost.qzhosttop
      http: {paths: [{path: /qzpath/qzsubpath, pathType: Prefix, backend: {service: {name: qzservice, port: {number: 80}}}},
                     {path: "/qzpathwith qzblanks", pathType: Prefix, backend: {service: {name: qzservice, port: {number: 80}}}},
                     {path: "/qzregex(/|$)(.*)", pathType: ImplementationSpecific, backend: {service: {name: qzmissing, port: {number: 80}}}}]}
    - host: "*.qzwildcard.example"
      http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: qzqueue, port: {number: 5672}}}}]}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: qzconfig, namespace: qznamespaceaa}
data: {qzconfigkey: qzconfigvalue, qzfile.properties: "upstream=http://qzconfighost.example:9000/qzconfigpath\\n"}
---
apiVersion: v1
kind: Secret
metadata: {name: qzsecret, namespace: qznamespaceaa}
stringData: {qzsecretkey: shipwright-Canary-90125}
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: qzaccount, namespace: qznamespaceaa}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: qzrole}
rules: [{apiGroups: ["qzapigroup.example"], resources: ["qzresources"], verbs: ["*"]}, {apiGroups: [""], resources: [secrets], verbs: [get, list]}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: qzbinding}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: qzrole}
subjects: [{kind: ServiceAccount, name: qzaccount, namespace: qznamespaceaa}, {kind: User, name: qzperson@qzmail.example}, {kind: Group, name: qzgroup}]
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: qznetpol, namespace: qznamespaceaa}
spec: {podSelector: {matchLabels: {qzmisskey: qzmissvalue}}, ingress: [{from: [{namespaceSelector: {matchLabels: {qznskey: qznsvalue}}}]}]}
---
apiVersion: qzcrdgroup.example/v1
kind: QzCustomKind
metadata: {name: qzcustom, namespace: qznamespaceaa}
spec: {a: qzcustomvalue}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: qzbudget, namespace: qznamespaceaa}
spec: {minAvailable: 1, selector: {matchLabels: {app: qzselector}}}
""".replace("DIGEST", DIGEST)
# What only an earlier state had: no mask of the later one knows these names.
GONE = """---
apiVersion: apps/v1
kind: Deployment
metadata: {name: qzgoneworkload, namespace: qznamespaceaa, labels: {owner: qzgoneowner}}
spec:
  selector: {matchLabels: {app: qzgoneselector}}
  template:
    metadata: {labels: {app: qzgoneselector}}
    spec: {hostPID: true, containers: [{name: qzgonecontainer, image: "qzgoneimage:latest", securityContext: {privileged: true}}]}
"""
# Of hosts, of an account in a registry's name, of an image.
ADDRESSES = ["198.51.100.77", "203.0.113.77", "192.0.2.77", "2001:db8", "987654321098", DIGEST[:12]]
# Numbers, versions, dates and what is public name nobody.
ORDINARY = ["/1.25.3/cve-2021-44228/2026-11-20/12345678", "2026-11-21t00:00:00z", ":8080"]
# Words that people write about decisions, and who they are.
REVIEW = """format: bartizan-review
version: 1
sources:
  - path: qzfolder
asOf: 2026-11-21T00:00:00Z
redactionSalt: {salt}
sensitivities:
  "{workload}":
    level: restricted
    by: qzratedby
    reason: because of qzratereason
audiences:
  qzhost.qzhosttop/qzpath/qzsubpath:
    audience: signed-in people
    by: qzaudienceby
owners:
  qznamespaceaa/qzqueue:
    owner: qzreviewowner
    by: qzownerby
decisions:
{decisions}statements:
  - subject: "{workload}"
    layer: {layer}
    text: the qzstatementtext team does it
    proof: https://qzproof.example/qzproofpath
    expires: 2027-05-01
    by: qzstatementby
notes:
  qznamespaceaa/qzqueue:
    text: a qznotetext of somebody
    by: qznoteby
"""


def canaries(text):
    return sorted(set(re.findall(r"qz[a-z]+", text.lower())))


def pseudonym(salt, word):
    return "n-" + hmac.new(salt.encode(), word.encode(), hashlib.sha256).hexdigest()[:10]


def forms(path, text):
    """Texts of a PDF and its uncompressed bytes, or of an HTML file; without blanks, in lower case."""
    if path.suffix == ".pdf":
        plain = output("qpdf", "--qdf", "--object-streams=disable", path, "-")
        return {"PDF": Pdf(path).joined_text().lower(), "the bytes of the PDF": joined(plain.decode("latin-1")).lower(),
                "the UTF-16 of the PDF": plain.replace(b"\0", b"").decode("latin-1").lower()}
    return {"HTML": joined(text).lower()}


def check_redaction(folder):
    source = folder / "qzfolder/qzinner"
    source.mkdir(parents=True)
    (source / "qzfile.yaml").write_text(SYSTEM)
    plain = json.loads(run("assess", "--format", "json", folder / "qzfolder")[1])
    workload = next(row["id"] for row in plain["workloads"] if "qzworkload" in row["id"])
    finding = [row["id"] for row in plain["findings"]]
    decisions = "".join(f"  {name}:\n    decision: {kind}\n    reason: it is the qzreason{i}word\n    owner: qzdecider\n"
                        f"    expires: 2026-12-0{i + 1}\n    by: qzdecidedby\n"
                        for i, (name, kind) in enumerate(zip(finding, ["accept", "mitigate", "falsePositive", "needsWork"])))
    decisions += "  qzorphan-0badc0de:\n    decision: accept\n    reason: qzorphanreason\n    owner: qzorphanowner\n    expires: 2027-01-01\n"
    review = folder / "qzreview.bartizan"
    earlier = folder / "qzearlier"
    earlier.mkdir()
    (earlier / "qzgonefile.yaml").write_text(SYSTEM + GONE)
    baseline = folder / "qzbaseline.json"
    run("assess", "--format", "json", "-o", baseline, earlier)
    since = json.loads(run("assess", "--format", "json", "--baseline", baseline, folder / "qzfolder")[1])
    check("the baseline names what is gone", any("qzgone" in gone["title"] for gone in since["baseline"]["gone"]) and
          any("qzgone" in row["baselineReason"] for row in since["findings"]), since["baseline"])
    wanted = canaries(GONE + "qzearlier qzgonefile qzbaseline" + SYSTEM + REVIEW + decisions + "qzfolder qzinner qzfile qzreview")
    named = report(folder / "named.html", folder / "qzfolder", "--format", "html").read_text().lower()
    shown = [word for word in wanted if word in named]
    check("the names are in a report with names", len(shown) > 25, shown)
    found = {}
    for salt in ("a-salt-of-many-letters-1", "another-salt-of-letters-2"):
        review.write_text(REVIEW.format(salt=salt, workload=workload, decisions=decisions, layer="runtime"))
        hidden = [review, "--redact", "--baseline", baseline]
        pdf = report(folder / f"{salt}.pdf", *hidden)
        html = report(folder / f"{salt}.html", *hidden, "--format", "html")
        texts = forms(pdf, "") | forms(html, html.read_text())
        for form, text in texts.items():
            for word in wanted + ADDRESSES + [salt]:
                at = text.find(word)
                check(f"--redact: {word} is not in {form}", at < 0, text[max(0, at - 120):at + 60])
        for form in ("PDF", "HTML"):
            for word in ORDINARY:
                check(f"--redact: {word} stays in {form}", word in texts[form])
            digest = hashlib.sha256((source / "qzfile.yaml").read_bytes()).hexdigest()
            check(f"--redact: the digest of the input stays in {form}", digest in texts[form])
        for word in ("qznamespaceaa", "qzworkload-first", "qzservice", "qzhost", "2001:db8:5:0:0:0:0:7", "987654321098",
                     DIGEST[:12]):
            for form in ("PDF", "HTML"):
                check(f"--redact: {form} has the pseudonym of {word}", pseudonym(salt, word) in texts[form])
        found[salt] = {form: set(re.findall(r"(?<![a-z])n-[0-9a-f]{10}", texts[form])) for form in ("PDF", "HTML")}
        both = found[salt]["PDF"] & found[salt]["HTML"]
        check("--redact: both formats have the same pseudonyms", len(both) > 20 and len(both) > len(found[salt]["PDF"]) * 0.9,
              found[salt]["PDF"] - found[salt]["HTML"])
        check("--redact: how findings stand is told", "whatonlythebaselinehasiscountedandnotnamedhere" in texts["HTML"] and
              re.search(r"since2026-11-21:[^<]*subjects:\d+-&gt;\d+", texts["HTML"]))
        again = report(folder / "again.pdf", *hidden)
        check("--redact: the same bytes again", again.read_bytes() == pdf.read_bytes())
    # A reason of one word that the report says itself is withheld at its place; the word stays elsewhere.
    for reason in ("known", "present", "gateway", "findings"):
        name = folder / "qzoneword.bartizan"
        one_word = re.sub("reason: it is the qzreason.word", f"reason: {reason}", decisions)
        text = REVIEW.replace("the qzstatementtext team does it", reason).replace("https://qzproof.example/qzproofpath", reason)
        name.write_text(text.format(salt=salt, workload=workload, decisions=one_word, layer="runtime"))
        again = report(folder / "again.html", name, *hidden[1:], "--format", "html")
        check(f"--redact: the reason '{reason}' changes no other word", again.read_bytes() == html.read_bytes())
    check("--redact: sentences of the report stay as they are", all(joined(sentence).lower() in texts["HTML"] for sentence in (
        "no check in front of the application", "It was looked for where it would have to be, and is not there.",
        "up to 64 for each service")), texts["HTML"][:300])
    one, other = found.values()
    check("--redact: another salt has other pseudonyms", not one["PDF"] & other["PDF"] and not one["HTML"] & other["HTML"])
    return len(wanted)


SECRETS = {"password": "keelhaul-Canary-7731", "token": "ghp_Canary0Canary1Canary2Canary3Cana45",
           "url": "bilge-Canary-5512", "flag": "capstan-Canary-6614", "config": "mizzen-Canary-8825",
           "applied": "halyard-Canary-9936", "header": "gunwale-Canary-3347", "annotation": "scupper-Canary-2258"}


def secret_system():
    s = SECRETS
    encoded = base64.b64encode(s["password"].encode()).decode()
    applied = json.dumps({"stringData": {"password": s["applied"]}}).replace("'", "")
    return f"""apiVersion: v1
kind: Secret
metadata:
  name: vault
  annotations:
    kubectl.kubernetes.io/last-applied-configuration: '{applied}'
    deploy/password: {s["annotation"]}
data: {{password: {encoded}}}
stringData: {{api-token: "{s["token"]}"}}
---
apiVersion: v1
kind: ConfigMap
metadata: {{name: settings}}
data:
  app.properties: |
    upstream=http://ledger:8080
    db.password={s["config"]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {{name: ledger}}
spec:
  selector: {{matchLabels: {{app: ledger}}}}
  template:
    metadata: {{labels: {{app: ledger}}}}
    spec:
      containers:
        - name: main
          image: registry.example/ledger:1
          args: ["--db-password={s["flag"]}", "--header=Authorization: Bearer {s["header"]}"]
          env:
            - {{name: DB_PASSWORD, value: "{s["password"]}"}}
            - {{name: GITHUB_TOKEN, value: "{s["token"]}"}}
            - {{name: DATABASE_URL, value: "postgres://ledger:{s["url"]}@database:5432/ledger"}}
            - {{name: LEDGER, value: "http://ledger:8080"}}
          envFrom: [{{configMapRef: {{name: settings}}}}, {{secretRef: {{name: vault}}}}]
---
apiVersion: v1
kind: Service
metadata: {{name: ledger}}
spec: {{type: NodePort, selector: {{app: ledger}}, ports: [{{port: 8080, nodePort: 30080}}]}}
"""


def check_secrets(folder):
    source = folder / "secrets"
    source.mkdir()
    (source / "all.yaml").write_text(secret_system())
    exports = {"report": ["pdf", "html"], "assess": ["json", "text", "sarif", "csv", "markdown", "junit"],
               "graph": ["svg", "pdf", "dot", "graphml", "mermaid", "d2", "drawio", "json"], "followups": ["text", "markdown", "csv"],
               "layers": ["json", "text", "csv"], "routes": ["json", "text", "csv"], "paths": ["json", "text", "csv"],
               "calls": ["json", "text"], "connectivity": ["json", "text", "csv", "dot"], "inventory": ["json", "text"]}
    written = 0
    for command, names in exports.items():
        for form in names:
            target = folder / f"out.{form}"
            code, _, error = run(command, "--format", form, "-o", target, source, *(["--all-services"] if command == "report" else []))
            check(f"secrets: {command} as {form} is written", code == 0, error)
            if code != 0:
                continue
            written += 1
            data = target.read_bytes()
            text = Pdf(target).joined_text() if form == "pdf" else joined(data.decode(errors="replace"))
            if command in ("report", "assess"):
                check(f"secrets: {command} as {form} tells of the system", "ledger" in text)
            for kind, value in SECRETS.items():
                values = [value, base64.b64encode(value.encode()).decode(), value.split("-")[0] if "-" in value else value[:16]]
                for each in values:
                    at = text.find(each)
                    check(f"secrets: {kind} ({each}) is not in {command} as {form}",
                          at < 0 and each.encode() not in data, text[max(0, at - 120):at + 60])
            target.unlink()
    return written


HOSTILE = ["<script>alert(1)</script><b>&amp;", "evil\u202egnp.exe\u2066", "a" * 10000, "\u6771\u4eac\u306e\u30b5\u30fc\u30d3\u30b9",
           "\U0001f525\U0001f512\u200d\U0001f6d1", "=cmd|' /C calc'!A1", "\x1b[31mred\x1b]0;title\x07", "%s%n{{7*7}}${x}",
           ") Tj ET (\\", "wwwwww " * 1500, "\u0627\u0644\u062e\u062f\u0645\u0629", "e\u0301" * 60, "-" * 3000]


def check_hostile(folder):
    source = folder / "hostile"
    source.mkdir()
    for i, name in enumerate(HOSTILE):
        quoted = json.dumps(name)
        short = json.dumps(name[:200])
        (source / f"part{i}.yaml").write_text(f"""apiVersion: apps/v1
kind: Deployment
metadata: {{name: {short}, namespace: {short}, labels: {{owner: {quoted}, {quoted}: {quoted}}}, annotations: {{note: {quoted}}}}}
spec:
  selector: {{matchLabels: {{app: {quoted}}}}}
  template:
    metadata: {{labels: {{app: {quoted}}}}}
    spec: {{hostNetwork: true, containers: [{{name: {quoted}, image: {quoted}, securityContext: {{privileged: true}},
      env: [{{name: {quoted}, value: {quoted}}}], volumeMounts: []}}], volumes: [{{name: h, hostPath: {{path: {quoted}}}}}]}}
---
apiVersion: v1
kind: Service
metadata: {{name: {quoted}, namespace: {short}}}
spec: {{type: NodePort, selector: {{app: {quoted}}}, ports: [{{name: {quoted}, port: 80}}]}}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {{name: {quoted}, namespace: {short}}}
spec: {{rules: [{{host: {quoted}, http: {{paths: [{{path: {quoted}, pathType: Prefix,
  backend: {{service: {{name: {quoted}, port: {{number: 80}}}}}}}}]}}}}]}}
""")
    path = report(folder / "hostile.pdf", source, "--all-services", "--title", "<i>" + "T" * 500, "--classification", "C" * 300)
    check("hostile: qpdf --check", subprocess.run(["qpdf", "--check", path], capture_output=True).returncode == 0)
    pdf = Pdf(path)
    drawn = [target.page for _, title, target in pdf.outline if title == "The drawing"]
    after = [target.page for level, title, target in pdf.outline if level == 0 and drawn and target.page > drawn[0]]
    skipped = set(range(drawn[0], min(after))) if after else set()
    check("hostile: pages besides the drawing's", len(pdf.pages) > len(skipped) + 10, len(pdf.pages))
    for number, page in enumerate(pdf.pages, 1):
        if number in skipped:
            continue
        bad = [word for word in page.words if word.left < 50 or word.right > page.width - 50 or word.top < 25 or
               word.bottom > page.height - 15]
        check(f"hostile: words of page {number} are inside", not bad,
              [(word.text[:40], word.left, word.right, word.top, word.bottom) for word in bad[:3]])
    text = pdf.joined_text()
    check("hostile: markup is text", "<script>alert(1)</script>" in text)
    check("hostile: the long name is there to its end", re.search("a{9000,}", re.sub(r"[^a]p\.\d+", "", text)) or "a" * 60 in text)
    odd = sorted({hex(ord(c)) for page in pdf.pages for word in page.words for c in word.text if ord(c) < 32 or
                  0x202a <= ord(c) <= 0x202e or 0x2066 <= ord(c) <= 0x2069})
    check("hostile: no control character", not odd, odd)
    html = report(folder / "hostile.html", source, "--format", "html").read_text()
    check("hostile: no script of the input in HTML", "<script>alert" not in html and "\u202e" not in html and "\x1b" not in html)
    return len(pdf.pages)


OWNED = """apiVersion: apps/v1
kind: Deployment
metadata: {{name: {name}, namespace: {ns}, labels: {{owner: {owner}}}}}
spec:
  selector: {{matchLabels: {{app: {name}}}}}
  template:
    metadata: {{labels: {{app: {name}}}}}
    spec: {{containers: [{{name: main, image: "registry.example/all:1.0", ports: [{{containerPort: 8080}}],
      env: [{{name: NEXT, value: "http://{calls}:8080"}}]}}]}}
---
apiVersion: v1
kind: Service
metadata: {{name: {name}, namespace: {ns}}}
spec: {{selector: {{app: {name}}}, ports: [{{port: 8080}}]}}
"""
RULE = """    - host: {host}
      http: {{paths: [{{path: /, pathType: Prefix, backend: {{service: {{name: {name}, port: {{number: 8080}}}}}}}}]}}
"""
INGRESS = """apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {{name: front, namespace: {ns}}}
spec:
  ingressClassName: nginx
  rules:
{rules}"""


def check_owner(folder):
    """The owner's service holds another's name; another's is called like the namespace; files are called like theirs."""
    source = folder / "owned"
    source.mkdir()
    mine = [("harbour", "mackerel-boat", "mackerel.harbour.svc")]
    theirs = [("harbour", "mackerel", "mackerel-boat.harbour.svc"), ("harbour", "harbour", "mackerel-boat"),
              ("quayside", "turbot", "turbot")]
    for owner, rows in [("team-lantern", mine), ("team-gannet", theirs)]:
        for ns, name, calls in rows:
            (source / f"{name}-of-{ns}.yaml").write_text(OWNED.format(ns=ns, name=name, owner=owner, calls=calls))
    shared = RULE.format(host="boats.lighthouse.example", name="mackerel-boat") + \
        RULE.format(host="fish.lighthouse.example", name="mackerel")
    (source / "front.yaml").write_text(INGRESS.format(ns="harbour", rules=shared))
    (source / "turbot-front.yaml").write_text(
        INGRESS.format(ns="quayside", rules=RULE.format(host="turbot.market.example", name="turbot")))
    (source / "turbot-notes.yaml").write_text("nothing: of any kind\n")
    hidden = [r"(?<![\w-])mackerel(?!-boat)", "harbour/harbour", "turbot", "quayside", "gannet", r"fish\.lighthouse",
              r"market\.example"]
    kept = ["mackerel-boat", "harbour", r"boats\.lighthouse\.example", "team-lantern"]
    whole = report(folder / "everybody.html", source, "--format", "html", "--all-services").read_text().lower()
    for word in hidden + kept:
        check(f"without --owner {word} is named", re.search(word, whole))
    html = report(folder / "owner.html", source, "--owner", "team-lantern", "--format", "html", "--all-services").read_text().lower()
    pdf = Pdf(report(folder / "owner.pdf", source, "--owner", "team-lantern", "--all-services"))
    for word in hidden:
        found = re.search(word, html)
        check(f"--owner: {word} is not in HTML", not found, found and html[max(0, found.start() - 150):found.end() + 80])
    text = pdf.joined_text().lower()
    for word in ["harbour/harbour", "turbot", "quayside", "gannet", "fish.lighthouse", "market.example"]:
        at = text.find(word)
        check(f"--owner: {word} is not in PDF", at < 0, text[max(0, at - 120):at + 60])
    for word in kept:
        check(f"--owner: {word} is in HTML", re.search(word, html))
        check(f"--owner: {word} is in PDF", re.search(word, text))
    check("--owner: what is left out is counted", re.search(r"findings? of the whole system (is|are) not in this report", html))
    for empty in ("--owner", ""), ("--owner", " "):
        code, _, error = run("report", source, "-o", folder / "empty.pdf", *empty)
        check(f"--owner {empty[1]!r} is wrong usage", code == 2 and "owner" in error, (code, error))
        check(f"--owner {empty[1]!r} writes nothing", not (folder / "empty.pdf").exists())
    return len(hidden)


with tempfile.TemporaryDirectory() as made:
    folder = pathlib.Path(made)
    others = check_owner(folder)
    kinds = check_redaction(folder)
    outputs = check_secrets(folder)
    pages = check_hostile(folder)
print(f"{kinds} kinds of names, {len(SECRETS)} secrets in {outputs} outputs, {len(HOSTILE)} hostile names on {pages} pages, "
      f"{others} names of other owners")
print(f"{passed} checks passed, {len(failures)} failed")
for failure in failures:
    print("FAIL " + failure)
sys.exit(1 if failures else 0)
