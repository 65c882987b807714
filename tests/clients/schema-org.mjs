// Holds JSON-LD files to the Dataset of schema.org as the types of schema-dts (by Google) have it: node schema-org.mjs FILE...
// An unknown property, a wrong class or a wrong kind of value is an error. Values with a language ({ "@value", "@language" }) are outside these types.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('Usage: node schema-org.mjs FILE...');
  process.exit(2);
}

const options = { noEmit: true, strict: true, skipLibCheck: true, types: [], target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext };
const sources = new Map(files.map((file, index) => [
  join(process.cwd(), `checked-${index}.mts`),
  `import type { Dataset, WithContext } from 'schema-dts';\nexport const dataset: WithContext<Dataset> = ${readFileSync(file, 'utf8')};\n`,
]));
const host = ts.createCompilerHost(options);
const { readFile, fileExists, getSourceFile } = host;
host.fileExists = name => sources.has(name) || fileExists(name);
host.readFile = name => sources.get(name) ?? readFile(name);
host.getSourceFile = (name, version) => sources.has(name) ? ts.createSourceFile(name, sources.get(name), version) : getSourceFile(name, version);

const found = ts.getPreEmitDiagnostics(ts.createProgram([...sources.keys()], options, host));
for (const { messageText } of found) console.error(ts.flattenDiagnosticMessageText(messageText, '\n'));
console.log(`${files.length} files, ${found.length} errors`);
process.exitCode = found.length === 0 ? 0 : 1;
