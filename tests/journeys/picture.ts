/** Pictures of what a person sees. They are always taken; with `KEEP_PICTURES=1` those beside the journeys are renewed. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from '@playwright/test';
import type { Page } from '@playwright/test';

const kept = fileURLToPath(new URL('pictures/', import.meta.url));

/** @param name kebab-case, beginning with the journey's letter and the step's number. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['KEEP_PICTURES'] === '1' ? kept : test.info().outputPath('pictures');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' });
}
