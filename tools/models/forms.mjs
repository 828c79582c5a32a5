// Shows every Camunda Form in the viewer that Tasklist 7.24 bundles (form-js 1.8.7): one PNG a form.
// Usage: npm run forms [-- FOLDER]   (default: target/forms)
// Exit code 1 when a form does not open: one unknown component makes Tasklist refuse the whole form.
import { mkdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { launch } from './browser.mjs';
import { filesOf, here, root, short } from './files.mjs';

const target = process.argv[2] ? resolve(process.argv[2]) : join(root, 'target/forms');
const library = join(here, 'node_modules/@bpmn-io/form-js/dist');
mkdirSync(target, { recursive: true });

const browser = await launch();
let failures = 0;
try {
  const page = await browser.newPage({ viewport: { width: 900, height: 700 } });
  await page.setContent('<body style="margin:16px;background:#fff"><div id="form"></div></body>');
  await page.addStyleTag({ path: join(library, 'assets/form-js.css') });
  await page.addScriptTag({ path: join(library, 'form-viewer.umd.js') });
  for (const file of filesOf('forms', 'form')) {
    const schema = JSON.parse(readFileSync(file, 'utf8'));
    const problem = await page.evaluate(async (schema) => {
      document.getElementById('form').replaceChildren();
      try {
        const { warnings } = await new window.FormViewer.Form({ container: '#form' }).importSchema(schema, {});
        return warnings.map((warning) => warning.message).join('; ');
      } catch (error) {
        return error.message;
      }
    }, schema);
    if (problem) {
      failures += 1;
      console.error(`${short(file)}: ${problem}`);
    }
    await page.screenshot({ path: join(target, `${basename(file, '.form')}.png`), fullPage: true });
  }
  console.log(`${filesOf('forms', 'form').length} forms, ${failures} failures`);
} finally {
  await browser.close();
}
process.exit(failures ? 1 : 0);
