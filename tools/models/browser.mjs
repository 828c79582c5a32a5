// The machine's own Chromium, driven without a window.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const candidates = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Starts Chromium; the variable CHROMIUM names another binary. Fails with a hint when there is none. */
export function launch() {
  const executablePath = candidates.find((path) => path && existsSync(path));
  if (!executablePath) throw new Error('No Chromium found: install it or set CHROMIUM to its path');
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}
