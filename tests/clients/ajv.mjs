// Validates JSON files against a JSON schema by the best-known validator of others: https://ajv.js.org.
// node ajv.mjs <folder with all schemas> <main schema, below that folder> <file.json>...; one line for each file, exit code 1 if one is refused.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import Ajv2019 from 'ajv/dist/2019.js';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const [folder, main, ...files] = process.argv.slice(2);
if (files.length === 0) throw new Error('Usage: node ajv.mjs <schema folder> <main schema> <file.json>...');

// "#definitions/X" is no JSON Pointer (RFC 6901: it begins with "/"), but three schemas of the Dataspace Protocol 2025-1 write it.
const repaired = new Set();
const repair = (schema, name) => {
  for (const [key, value] of Object.entries(schema ?? {})) {
    if (key === '$ref' && /#definitions\//.test(value)) {
      schema[key] = value.replace('#definitions/', '#/definitions/');
      repaired.add(name);
    } else if (typeof value === 'object') repair(value, name);
  }
  return schema;
};

const read = file => JSON.parse(readFileSync(file, 'utf8'));
const schemas = readdirSync(folder, { recursive: true }).filter(f => f.endsWith('.json')).sort().map(f => [f, repair(read(join(folder, f)), f)]);
const root = schemas.find(([name]) => name === main)?.[1];
if (root === undefined) throw new Error(`${main} is not below ${folder}.`);

const kinds = { 'draft/2020-12': Ajv2020, 'draft/2019-09': Ajv2019 };
const Validator = Object.entries(kinds).find(([draft]) => root.$schema?.includes(draft))?.[1] ?? Ajv;
const ajv = new Validator({ allErrors: true, strict: false });
addFormats(ajv);
// The main schema is compiled last, so that what it refers to is there, by its own $id.
for (const [name, schema] of schemas) if (name !== main) ajv.addSchema(schema, schema.$id ?? name);
const validate = ajv.compile(root);

let refused = 0;
for (const file of files) {
  const valid = validate(read(file));
  if (!valid) refused += 1;
  console.log(valid ? `valid ${file}` : `invalid ${file}: ${ajv.errorsText(validate.errors, { dataVar: '' })}`);
}
for (const name of [...repaired].sort()) console.error(`note: "$ref" without "/" after "#" repaired in ${name}`);
process.exitCode = refused === 0 ? 0 : 1;
