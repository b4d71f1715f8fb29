# SPDX-License-Identifier: GPL-3.0-or-later
"""A system with more findings than a report writes in full: 150 services, each with a node port of its own and one in eight
privileged. Used by pdf_outputs.py and html_in_browser.py."""

SERVICE = """apiVersion: apps/v1
kind: Deployment
metadata: {{name: {name}, namespace: {namespace}}}
spec:
  selector: {{matchLabels: {{app: {name}}}}}
  template:
    metadata: {{labels: {{app: {name}}}}}
    spec:
      containers:
        - name: main
          image: registry.example/{name}:latest
          securityContext: {{privileged: {privileged}}}
---
apiVersion: v1
kind: Service
metadata: {{name: {name}, namespace: {namespace}}}
spec: {{type: NodePort, selector: {{app: {name}}}, ports: [{{port: 8080, nodePort: {port}}}]}}
---
"""


def write(folder):
    folder.mkdir()
    (folder / "all.yaml").write_text("".join(
        SERVICE.format(name=f"part-{i}", namespace=f"harbour-{i % 6}", privileged="true" if i % 8 == 0 else "false",
                       port=30000 + i) for i in range(150)))
    return folder
