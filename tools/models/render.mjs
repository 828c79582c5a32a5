// Draws every BPMN model as the modeler shows it: one SVG and one PNG a model.
// Usage: npm run render [-- FOLDER]   (default: target/models)
// Exit code 1 when a model does not open without warnings.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { drawer } from './draw.mjs';
import { filesOf, root, short } from './files.mjs';

const target = process.argv[2] ? resolve(process.argv[2]) : join(root, 'target/models');
mkdirSync(target, { recursive: true });

const { browser, draw, close } = await drawer();
let failed = false;
try {
  for (const file of filesOf('processes', 'bpmn')) {
    const { svg, warnings } = await draw(readFileSync(file, 'utf8'));
    warnings.forEach((warning) => console.error(`${short(file)}: ${warning}`));
    failed ||= warnings.length > 0;
    const name = join(target, basename(file, '.bpmn'));
    writeFileSync(`${name}.svg`, svg);
    const drawing = await browser.newPage({ deviceScaleFactor: 1 });
    const [, width, height] = svg.match(/<svg[^>]*? width="([\d.]+)" height="([\d.]+)"/);
    await drawing.setViewportSize({ width: Math.ceil(width) + 20, height: Math.ceil(height) + 20 });
    await drawing.setContent(`<body style="margin:10px;background:#fff">${svg.slice(svg.indexOf('<svg'))}</body>`);
    await drawing.screenshot({ path: `${name}.png` });
    await drawing.close();
    console.log(`${short(file)} → ${short(name)}.svg`);
  }
} finally {
  await close();
}
process.exit(failed ? 1 : 0);
