/** Journeys: the built app, the real server, a real Chromium. `KEEP_PICTURES=1` renews the pictures beside the journeys. */
import { defineConfig } from '@playwright/test';
import { chromiumFlags, findChromium } from '../tools/chromium.ts';

const executablePath = findChromium();

export default defineConfig({
  testDir: '.',
  outputDir: '../../node_modules/.cache/journeys',
  // Two cores: one journey waits out an undo window while the other works.
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  // A journey that succeeds only now and then promises nothing.
  retries: 0,
  timeout: 90_000,
  // Twice the undo window and a little: what an officer would wait for without a doubt.
  expect: { timeout: 20_000 },
  use: {
    locale: 'vi-VN',
    // Not Vietnam's: a moment shown in the machine's own zone would be noticed.
    timezoneId: 'UTC',
    actionTimeout: 15_000,
    navigationTimeout: 20_000,
    launchOptions: { ...(executablePath === undefined ? {} : { executablePath }), args: chromiumFlags() },
  },
});
