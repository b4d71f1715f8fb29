// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a Mermaid flowchart and a D2 drawing with their own parsers and prints what they found as JSON.
// usage: node read_drawings.mjs FILE.mermaid FILE.d2
import { readFileSync, writeFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';

const page = new JSDOM('<!DOCTYPE html><body></body>');
globalThis.window = page.window;
globalThis.document = page.window.document;
const mermaid = (await import('mermaid')).default;
mermaid.initialize({ securityLevel: 'strict', startOnLoad: false, maxTextSize: 1e8, maxEdges: 1e6 });
const chart = await mermaid.mermaidAPI.getDiagramFromText(readFileSync(process.argv[2], 'utf8'));
// Mermaid keeps its character codes until it draws; they become these characters then.
const drawn = (text) => text.replace(/<br>/g, '<br/>').replace(/ﬂ°°(\d+)¶ß/g, (_, code) => String.fromCodePoint(Number(code)));
const found = {
  mermaid: {
    nodes: [...chart.db.getVertices().values()].map((v) => drawn(v.text)),
    edges: chart.db.getEdges().map((e) => drawn(e.text ?? '')),
    groups: chart.db.getSubGraphs().map((s) => drawn(s.title)),
  },
};

// With a window D2 takes itself to be in a browser and waits for a worker that never comes.
delete globalThis.window;
delete globalThis.document;
const { D2 } = await import('@terrastruct/d2');
const result = await new D2().compile(readFileSync(process.argv[3], 'utf8'));
const isGroup = (shape) => /^g[0-9]+$/.test(shape.id);
found.d2 = {
  nodes: result.diagram.shapes.filter((s) => !isGroup(s)).map((s) => s.label),
  edges: result.diagram.connections.map((c) => c.label),
  groups: result.diagram.shapes.filter(isGroup).map((s) => s.label),
};
writeFileSync(1, JSON.stringify(found));
process.exit(0);
