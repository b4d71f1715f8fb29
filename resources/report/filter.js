// SPDX-License-Identifier: GPL-3.0-or-later
// Filters of the HTML report. The report is whole without it: this adds the controls, takes nothing out of the document,
// and what it hides is hidden on the screen only, never on paper. Texts are read and written as text.
(() => {
  'use strict';
  const longTable = 24; // rows from which a table gets a field of its own

  const make = (tag, name, text) => {
    const element = document.createElement(tag);
    if (name) element.className = name;
    if (text) element.textContent = text;
    return element;
  };
  let fields = 0;
  const field = (words, input) => {
    input.name = 'filter-' + ++fields;
    const label = make('label', 'field', words + ' ');
    label.append(input);
    return label;
  };
  const searchField = (words) => {
    const input = make('input');
    input.type = 'search';
    input.autocomplete = 'off';
    input.spellcheck = false;
    return [input, field(words, input)];
  };
  const bar = (name) => {
    const group = make('div', 'filter');
    group.setAttribute('role', 'group');
    group.setAttribute('aria-label', name);
    return group;
  };
  const liveCount = () => {
    const said = make('p', 'shown');
    said.setAttribute('role', 'status');
    return said;
  };
  const off = (element, hidden) => element.toggleAttribute('data-off', hidden);

  const texts = new WeakMap();
  const textOf = (element) => {
    let text = texts.get(element);
    if (text === undefined) {
      text = element.textContent.toLowerCase();
      texts.set(element, text);
    }
    return text;
  };
  const holds = (element, words) => words.every((word) => textOf(element).includes(word));
  const wordsOf = (input) => input.value.toLowerCase().split(/\s+/).filter(Boolean);

  const resets = []; // each shows everything again

  const filterFindings = (section) => {
    const all = [...section.querySelectorAll('article.finding')];
    if (all.length < 2) return;
    const group = bar('Filter the findings');
    const said = liveCount();
    const kind = section.querySelector('tr[id]') ? ' findings in full shown' : ' findings shown'; // others are rows
    const boxes = new Map();
    const list = make('span', 'boxes');
    for (const word of ['critical', 'high', 'medium', 'low', 'info']) {
      const count = all.filter((one) => one.dataset.severity === word).length;
      if (count === 0) continue;
      const box = make('input');
      box.type = 'checkbox';
      box.checked = true;
      box.value = word;
      box.name = 'severity-' + word;
      boxes.set(word, box);
      const label = make('label', 'box');
      label.append(box, ' ' + word + ' (' + count + ')');
      list.append(label);
    }
    const status = make('select');
    status.append(make('option', '', 'any'));
    for (const word of [...new Set(all.map((one) => one.dataset.status))].sort()) {
      const option = make('option', '', word);
      option.value = word;
      status.append(option);
    }
    status.options[0].value = '';
    const [search, searchLabel] = searchField('Text');
    const apply = () => {
      const words = wordsOf(search);
      let shown = 0;
      for (const one of all) {
        const wanted = boxes.get(one.dataset.severity).checked &&
          (status.value === '' || one.dataset.status === status.value) && holds(one, words);
        off(one, !wanted);
        shown += wanted ? 1 : 0;
      }
      said.textContent = shown + ' of ' + all.length + kind +
        (shown < all.length ? '; printing shows all' : '');
    };
    group.append(list, field('Status', status), searchLabel, said);
    group.addEventListener('input', apply);
    all[0].before(group);
    apply();
    resets.push(() => {
      for (const box of boxes.values()) box.checked = true;
      status.value = '';
      search.value = '';
      apply();
    });
  };

  const filterTable = (table) => {
    const all = [...table.querySelectorAll('tbody > tr:not(.group)')];
    if (all.length < longTable) return;
    const group = bar('Filter the table: ' + table.caption.textContent);
    const said = liveCount();
    const [search, label] = searchField('Rows with');
    const apply = () => {
      const words = wordsOf(search);
      let shown = 0;
      for (const one of all) {
        const wanted = words.length === 0 || holds(one, words);
        off(one, !wanted);
        shown += wanted ? 1 : 0;
      }
      for (const head of table.querySelectorAll('tr.group'))
        off(head, !head.parentElement.querySelector('tr:not(.group):not([data-off])'));
      said.textContent = shown + ' of ' + all.length + ' rows shown';
    };
    let waiting = 0;
    search.addEventListener('input', () => {
      clearTimeout(waiting);
      waiting = setTimeout(apply, 120);
    });
    group.append(label, said);
    table.parentElement.before(group);
    said.textContent = all.length + ' rows';
    resets.push(() => {
      if (search.value === '') return;
      search.value = '';
      apply();
    });
  };

  // A link to something that a filter hides shows everything again.
  const reveal = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target || !target.closest('[data-off]')) return;
    for (const reset of resets) reset();
    target.scrollIntoView();
  };

  // The contents say which section is read.
  const followReading = () => {
    const links = new Map();
    for (const link of document.querySelectorAll('nav a')) links.set(link.hash.slice(1), link);
    const seen = new Set();
    const watch = new IntersectionObserver((changes) => {
      for (const change of changes)
        if (change.isIntersecting) seen.add(change.target.id);
        else seen.delete(change.target.id);
      let first = true;
      for (const [id, link] of links) {
        const current = first && seen.has(id);
        if (current) link.setAttribute('aria-current', 'location');
        else link.removeAttribute('aria-current');
        if (current) first = false;
      }
    }, { rootMargin: '-20% 0px -60% 0px' });
    for (const section of document.querySelectorAll('main > section')) watch.observe(section);
  };

  for (const section of document.querySelectorAll('main > section')) filterFindings(section);
  for (const table of document.querySelectorAll('main table')) filterTable(table);
  followReading();
  addEventListener('hashchange', reveal);
  reveal();
})();
