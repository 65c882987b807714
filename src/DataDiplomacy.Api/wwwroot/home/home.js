// Fills the page with live answers. Whatever fails is shown where the answer would be.
const words = { unitLabel: 'unit', recordedAt: 'known since', valueText: 'value', recordedFrom: 'known from', recordedTo: 'until', number: 'version', contentSha256: 'SHA-256 of the file', 'detail.title': 'title', createdAt: 'taken in', logIndex: 'place in the log', n: 'said', v: 'as', agentName: 'who', readsText: 'reads',
  'agreements.length': 'agreements', 'volume.values': 'values', 'velocity.lastPeriod': 'last period', 'variety.dimensions.length': 'dimensions', 'veracity.outliers.outliers': 'outliers',
  'visibility.state': 'visibility', 'shared.state': 'shared', 'use.state': 'use', 'copied.state': 'copied', 'modified.state': 'modified', withoutValue: 'without a value' };
const show = v => v === null || v === undefined ? '–' : Array.isArray(v) ? v.map(each => Object.values(each).join(': ')).join('; ') : String(v).replace(/T00:00:00Z$/, '').replace(/T(\d\d:\d\d):\d\d(\.\d+)?Z$/, ' $1');

const at = (value, path) => path.split('.').reduce((v, name) => v?.[name], value);

async function read(url) {
  const response = await fetch(url, { headers: { Accept: 'application/json' } });
  const body = await response.json();
  if (!response.ok) throw new Error(body.detail ?? response.statusText);
  return body;
}

// Estimates are shown to so many digits as the table asks for; what was measured is shown as it was recorded.
const rounded = (value, digits) => typeof value === 'number' && digits ? Number(value.toPrecision(Number(digits))) : value;

// A column is a path, and after a colon its heading where the usual one does not fit.
function fill(table, columns, rows) {
  const head = table.createTHead().insertRow();
  for (const c of columns) {
    const th = document.createElement('th');
    th.scope = 'col';
    th.textContent = c.split(':')[1] ?? words[c] ?? c;
    head.append(th);
  }
  const body = table.createTBody();
  for (const row of rows) {
    const tr = body.insertRow();
    for (const c of columns) {
      const cell = tr.insertCell();
      cell.textContent = show(rounded(at(row, c.split(':')[0]), table.dataset.digits));
      cell.classList.toggle('short', cell.textContent.length <= 16);
    }
  }
}

function fail(element, error) {
  const note = document.createElement('p');
  note.className = 'problem';
  note.textContent = error.message;
  element.replaceWith(note);
}

function rows(body, { list = 'items', only, by = 'code' }) {
  const all = at(body, list) ?? [];
  return only ? all.filter(row => only.split(',').includes(row[by])) : all;
}

function answer(within) {
  for (const table of within.querySelectorAll('table[data-rows]')) {
    if (table.dataset.rows.includes('{id}')) continue;
    read(table.dataset.rows).then(body => fill(table, table.dataset.columns.split(','), rows(body, table.dataset))).catch(error => fail(table, error));
  }
  for (const table of within.querySelectorAll('table[data-object]')) {
    read(table.dataset.object).then(body => fill(table, table.dataset.columns.split(','), [body])).catch(error => fail(table, error));
  }
  for (const p of within.querySelectorAll('p[data-text]')) {
    read(p.dataset.text).then(body => { p.textContent = show(body[p.dataset.columns]); }).catch(error => fail(p, error));
  }
}

// Questions about a record whose id each server makes anew: the first of a list.
function about(element, id) {
  for (const link of element.querySelectorAll('a[href]')) link.href = link.getAttribute('href').replace('{id}', id);
  for (const link of element.querySelectorAll('a.query')) link.textContent = link.textContent.replace('{id}', id);
  for (const image of element.querySelectorAll('img[data-src]')) image.src = image.dataset.src.replace('{id}', id);
  for (const table of element.querySelectorAll('table')) table.dataset.rows = table.dataset.rows.replace('{id}', id);
  answer(element);
}

answer(document);
for (const element of document.querySelectorAll('[data-of]')) {
  read(element.dataset.of).then(body => about(element, body.items[0].id)).catch(error => fail(element.querySelector('table, .picture'), error));
}
for (const span of document.querySelectorAll('.origin')) span.textContent = location.origin;

// Whoever starts the server without the demo (Demo:Load=false) meets no questions about it.
read('/v1/datasets/sdg-demo').catch(() => {
  for (const section of document.querySelectorAll('[data-demo]')) section.hidden = true;
  document.querySelector('.lead').textContent = 'This server was started without its demonstration set, or you may not see it. What is here: GET /v1/datasets.';
});
