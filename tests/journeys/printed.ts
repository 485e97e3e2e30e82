/** A paper as it is printed from the phone. */
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/**
 * What would go to the printer: the office's own letters and margins, under the app's own policy, and drawn at all.
 * @param typeName in capitals, as it stands on the paper.
 */
export async function expectPrinted(page: Page, typeName: string): Promise<void> {
  await page.evaluate(() => {
    addEventListener('so-tay-printed', () => { document.documentElement.dataset['printed'] = 'yes'; });
    new MutationObserver(() => {
      for (const frame of document.querySelectorAll('iframe')) {
        const inside = frame.contentWindow;
        if (inside) inside.print = () => dispatchEvent(new Event('so-tay-printed'));
      }
    }).observe(document.body, { childList: true });
  });
  await page.getByRole('button', { name: 'In', exact: true }).click();
  await expect(page.locator('html[data-printed="yes"]')).toHaveCount(1);
  const seen = await page.locator('iframe').evaluate((frame) => {
    const { contentDocument } = frame as HTMLIFrameElement;
    const paper = contentDocument?.querySelector('.office');
    const table = paper?.querySelector('table');
    return { font: paper ? getComputedStyle(paper).fontFamily : '', borders: table ? getComputedStyle(table).borderCollapse : '', drawn: (paper?.getClientRects().length ?? 0) > 0, text: paper?.textContent ?? '', title: contentDocument?.title ?? '' };
  });
  expect(seen.font).toContain('Liberation Serif');
  // No browser's own: the office's styles are in force.
  expect(seen.borders).toBe('collapse');
  expect(seen.drawn).toBe(true);
  expect(seen.text).toContain(typeName);
  expect(seen.title).not.toBe('');
  await page.locator('iframe').evaluate((frame) => frame.remove());
}
