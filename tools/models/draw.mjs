// Draws a BPMN model as the modeler shows it, with who acts under each user task.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { BpmnModdle } from 'bpmn-moddle';
import { actors } from './actors.mjs';
import { launch } from './browser.mjs';
import { here } from './files.mjs';
import { elements } from './page.mjs';

const camunda = createRequire(import.meta.url)('camunda-bpmn-moddle/resources/camunda.json');

/** What a picture depends on besides its model. */
export const drawing = ['draw.mjs', 'actors.mjs'].map((name) => readFileSync(join(here, name), 'utf8')).join('');

/** Who acts, by the ids of the user tasks. */
async function actorsOf(xml) {
  const { rootElement } = await new BpmnModdle({ camunda }).fromXML(xml);
  const process = rootElement.rootElements.find((it) => it.$type === 'bpmn:Process');
  const tasks = elements(process).filter((it) => it.$type === 'bpmn:UserTask');
  return Object.fromEntries(tasks.map((it) => [it.id, actors(it.candidateGroups).chinese]));
}

/** In the browser: the model's SVG, with the lines where they hide nothing: under the task, over it, or inside. */
async function drawn({ xml, who }) {
  const SIZE = 10;
  const HEIGHT = 14;
  const modeler = new window.BpmnJS({ container: '#canvas' });
  const { warnings } = await modeler.importXML(xml);
  const registry = modeler.get('elementRegistry');
  const taken = registry
    .filter((it) => it.parent && it.type !== 'bpmn:SubProcess')
    .flatMap((it) => {
      if (!it.waypoints) return [[it.x, it.y, it.x + it.width, it.y + it.height]];
      return it.waypoints.slice(1).map((to, i) => {
        const from = it.waypoints[i];
        return [Math.min(from.x, to.x) - 1, Math.min(from.y, to.y) - 1, Math.max(from.x, to.x) + 1, Math.max(from.y, to.y) + 1];
      });
    });
  const lines = Object.entries(who).map(([id, text]) => {
    const task = registry.get(id);
    const middle = task.x + task.width / 2;
    const half = (text.length * SIZE) / 2;
    const free = (top) =>
      taken.every(([x1, y1, x2, y2]) => x2 <= middle - half || x1 >= middle + half || y2 <= top || y1 >= top + HEIGHT);
    const below = task.y + task.height + 1;
    const above = task.y - HEIGHT - 1;
    const top = [below, above].find(free) ?? below - HEIGHT - 3;
    return { text, middle, top };
  });
  const { svg } = await modeler.saveSVG();
  modeler.destroy();
  const texts = lines.map(
    ({ text, middle, top }) =>
      `<text x="${Math.round(middle)}" y="${Math.round(top) + 11}" text-anchor="middle" style="font-family: Arial, sans-serif; font-size: ${SIZE}px; fill: rgb(80, 90, 110);">${text}</text>`,
  );
  const bottom = Math.max(0, ...lines.map(({ top }) => top + HEIGHT));
  const sized = svg.replace(/width="[\d.]+" height="[\d.]+" viewBox="([-\d. ]+)"/, (_, box) => {
    const [x, y, width, height] = box.split(' ').map(Number);
    const [left, top] = [Math.floor(x), Math.floor(y)];
    const size = [Math.ceil(x + width) - left, Math.ceil(Math.max(y + height, bottom + 6)) - top];
    return `width="${size[0]}" height="${size[1]}" viewBox="${left} ${top} ${size[0]} ${size[1]}" style="max-width:100%;height:auto"`;
  });
  return { svg: sized.replace(/<\/svg>\s*$/, `${texts.join('')}</svg>`), warnings: warnings.map((warning) => warning.message) };
}

/** Opens a browser with the viewer: `draw(xml)` gives the SVG and the warnings, `close()` ends it. */
export async function drawer() {
  const viewer = readFileSync(join(here, 'node_modules/bpmn-js/dist/bpmn-viewer.production.min.js'), 'utf8');
  const browser = await launch();
  const page = await browser.newPage({ deviceScaleFactor: 1 });
  await page.setContent('<body style="margin:0"><div id="canvas" style="width:1600px;height:900px"></div></body>');
  await page.addScriptTag({ content: viewer });
  const draw = async (xml) => page.evaluate(drawn, { xml, who: await actorsOf(xml) });
  return { browser, draw, close: () => browser.close() };
}
