// Fills the page with live answers. Whatever fails is shown where the answer would be.
const words = { unitLabel: 'unit', recordedAt: 'known since', valueText: 'value', recordedFrom: 'known from', recordedTo: 'until', number: 'version', contentSha256: 'SHA-256 of the file' };
const show = v => v === null || v === undefined ? '–' : String(v).replace(/T00:00:00Z$/, '');

async function read(url) {
  const response = await fetch(url, { headers: { Accept: 'application/json' } });
  const body = await response.json();
  if (!response.ok) throw new Error(body.detail ?? response.statusText);
  return body;
}

function fill(table, columns, rows) {
  const head = table.createTHead().insertRow();
  for (const c of columns) {
    const th = document.createElement('th');
    th.scope = 'col';
    th.textContent = words[c] ?? c;
    head.append(th);
  }
  const body = table.createTBody();
  for (const row of rows) {
    const tr = body.insertRow();
    for (const c of columns) {
      const cell = tr.insertCell();
      cell.textContent = show(row[c]);
      cell.classList.toggle('short', cell.textContent.length <= 12);
    }
  }
}

function fail(element, error) {
  const note = document.createElement('p');
  note.className = 'problem';
  note.textContent = error.message;
  element.replaceWith(note);
}

for (const table of document.querySelectorAll('table[data-rows]')) {
  read(table.dataset.rows)
    .then(body => fill(table, table.dataset.columns.split(','), body[table.dataset.list ?? 'items']))
    .catch(error => fail(table, error));
}
for (const table of document.querySelectorAll('table[data-object]')) {
  read(table.dataset.object).then(body => fill(table, table.dataset.columns.split(','), [body])).catch(error => fail(table, error));
}
for (const p of document.querySelectorAll('p[data-text]')) {
  read(p.dataset.text).then(body => { p.textContent = show(body[p.dataset.columns]); }).catch(error => fail(p, error));
}
for (const span of document.querySelectorAll('.origin')) span.textContent = location.origin;

// Whoever starts the server without the demo (Demo:Load=false) meets no questions about it.
read('/v1/datasets/sdg-demo').catch(() => {
  for (const section of document.querySelectorAll('[data-demo]')) section.hidden = true;
  document.querySelector('.lead').textContent = 'This server was started without its demonstration set, or you may not see it. What is here: GET /v1/datasets.';
});
