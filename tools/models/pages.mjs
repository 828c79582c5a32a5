// Writes docs/processes: an index, and for every process a page with its diagram, made from the model itself.
// Usage: npm run pages             write what is out of date (diagrams need Chromium)
//        npm run pages -- --check  write nothing; exit code 1 when a page or diagram is out of date
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { BpmnModdle } from 'bpmn-moddle';
import { drawer, drawing } from './draw.mjs';
import { filesOf, root, short } from './files.mjs';
import { indexPage, processPage } from './page.mjs';

const camunda = createRequire(import.meta.url)('camunda-bpmn-moddle/resources/camunda.json');
const check = process.argv.includes('--check');
const target = join(root, 'docs/processes');
const hash = (text) => createHash('sha256').update(text).digest('hex');

/** Working days per deadline key and district, from the districts' files. */
function deadlines() {
  const days = {};
  for (const file of filesOf('districts', 'yaml').filter((it) => dirname(short(it)) === 'districts')) {
    const lines = readFileSync(file, 'utf8').split('\n');
    const district = lines.find((line) => line.startsWith('id: ')).slice(4).trim();
    for (let at = lines.indexOf('deadlines:') + 1; /^ {2}[a-z-]+: \d+/.test(lines[at] ?? ''); at += 1) {
      const [key, value] = lines[at].trim().split(/: +/);
      (days[key] ??= {})[district] = Number.parseInt(value, 10);
    }
  }
  return days;
}

async function models() {
  const all = [];
  for (const file of filesOf('processes', 'bpmn')) {
    const xml = readFileSync(file, 'utf8');
    const { rootElement } = await new BpmnModdle({ camunda }).fromXML(xml);
    const process = rootElement.rootElements.find((it) => it.$type === 'bpmn:Process');
    all.push({ file: short(file), id: process.id, process, hash: hash(xml + drawing), source: file });
  }
  return all;
}

const all = await models();
const days = deadlines();
const pages = new Map([['README.md', indexPage(all)]]);
all.forEach((model) => pages.set(`${model.id}.md`, processPage(model, all, days)));

const read = (name) => (existsSync(join(target, name)) ? readFileSync(join(target, name), 'utf8') : '');
const stale = [...pages].filter(([name, text]) => read(name) !== text).map(([name]) => name);
const drawn = (model) => read(`${model.id}.svg`).includes(`<!-- model ${model.hash} -->`);
const undrawn = all.filter((model) => !drawn(model));
const known = new Set([...pages.keys(), ...all.map((model) => `${model.id}.svg`)]);
const left = existsSync(target) ? readdirSync(target).filter((name) => !known.has(name)) : [];

if (check) {
  const faults = [...stale, ...undrawn.map((model) => `${model.id}.svg`), ...left];
  faults.forEach((name) => console.error(`docs/processes/${name}: out of date`));
  console.log(`${pages.size} pages of processes, ${faults.length} out of date`);
  if (faults.length > 0) console.error('Write them with: npm --prefix tools/models run pages');
  process.exit(faults.length ? 1 : 0);
}

mkdirSync(target, { recursive: true });
left.forEach((name) => rmSync(join(target, name)));
stale.forEach((name) => writeFileSync(join(target, name), pages.get(name)));
if (undrawn.length > 0) {
  const { draw, close } = await drawer();
  try {
    for (const model of undrawn) {
      const { svg } = await draw(readFileSync(model.source, 'utf8'));
      writeFileSync(join(target, `${model.id}.svg`), `${svg.trim()}\n<!-- model ${model.hash} -->\n`);
    }
  } finally {
    await close();
  }
}
console.log(`${stale.length} pages and ${undrawn.length} diagrams written, ${left.length} removed`);
