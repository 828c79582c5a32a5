// Draws a BPMN model as the modeler shows it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './browser.mjs';
import { here } from './files.mjs';

/** Opens a browser with the viewer: `draw(xml)` gives the SVG and the warnings, `close()` ends it. */
export async function drawer() {
  const viewer = readFileSync(join(here, 'node_modules/bpmn-js/dist/bpmn-viewer.production.min.js'), 'utf8');
  const browser = await launch();
  const page = await browser.newPage({ deviceScaleFactor: 1 });
  await page.setContent('<body style="margin:0"><div id="canvas" style="width:1600px;height:900px"></div></body>');
  await page.addScriptTag({ content: viewer });
  const draw = (xml) =>
    page.evaluate(async (text) => {
      const modeler = new window.BpmnJS({ container: '#canvas' });
      const { warnings } = await modeler.importXML(text);
      const { svg } = await modeler.saveSVG();
      modeler.destroy();
      return { svg, warnings: warnings.map((warning) => warning.message) };
    }, xml);
  return { browser, draw, close: () => browser.close() };
}
