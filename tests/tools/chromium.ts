/** Where this machine keeps a Chromium, and how to start it. Used by the test runner and by the journeys. */
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';

const usualPaths = [
  '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome-stable', '/usr/bin/google-chrome', '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', 'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** `CHROMIUM` wins; then the system's own; then one that Playwright installed. Undefined when there is none. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM'];
  if (named !== undefined && named !== '') return existsSync(named) ? named : undefined;
  return [...usualPaths, chromium.executablePath()].find((path) => path !== '' && existsSync(path));
}

/** Chromium refuses its sandbox to root; everybody else keeps it. */
export function chromiumFlags(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
