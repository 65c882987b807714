// Holds graphs (Turtle or JSON-LD) to SHACL shapes (W3C, 2017): node shacl.mjs SHAPES... -- DATA...
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import env from '@zazuko/env';
import jsonld from 'jsonld';
import { Parser } from 'n3';
import Validator from 'rdf-validate-shacl';

// Contexts must be inside the file: what needs the network does not pass.
const offline = { documentLoader: url => { throw new Error(`${url} is not inside the file`); } };

async function quads(file) {
  const text = await readFile(file, 'utf8');
  const isTurtle = extname(file) === '.ttl';
  const turtle = isTurtle ? text : await jsonld.toRDF(JSON.parse(text), { format: 'application/n-quads', ...offline });
  return new Parser({ factory: env, format: isTurtle ? 'text/turtle' : 'application/n-quads' }).parse(turtle);
}

const severity = result => result.severity?.value.split('#').pop() ?? 'Violation';

const files = process.argv.slice(2);
const divider = files.indexOf('--');
if (divider < 1 || divider === files.length - 1) {
  console.error('Usage: node shacl.mjs SHAPES... -- DATA...');
  process.exit(2);
}

const shapes = env.dataset((await Promise.all(files.slice(0, divider).map(quads))).flat());
// What shapes import lies elsewhere and is not fetched: give those files as shapes too.
const validator = new Validator(shapes, { factory: env, importGraph: async () => env.dataset() });

for (const file of files.slice(divider + 1)) {
  const data = await quads(file);
  const { conforms, results } = await validator.validate(env.dataset(data));
  const violations = results.filter(result => severity(result) === 'Violation');
  console.log(`${file}: ${data.length} triples, ${conforms ? 'conforms' : violations.length === 0 ? 'conforms with warnings' : 'does not conform'}, ${violations.length} of ${results.length} results are violations`);
  for (const result of results) {
    const { focusNode, path, value, message } = result;
    console.error(`  ${severity(result)} ${focusNode?.value} ${path?.value ?? ''} ${value?.value ?? ''}: ${message.map(text => text.value).join(' ')}`);
  }
  if (violations.length > 0) process.exitCode = 1;
}
