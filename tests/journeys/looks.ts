/** What a page must be for eyes, thumbs and screen readers, measured in the page itself. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

export const themes = ['light', 'dark', 'sun'] as const;

/** The text that the declared package would put into a page, three times a look and into a further page each time. */
const axeSource = readFileSync(createRequire(import.meta.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'), 'utf8');

/** As far as it is asked here. */
interface Axe {
  run(options: object): Promise<{ readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[] }[] }>;
}

/** WCAG 2.2 A and AA, good practice, and the contrast of AAA, in all three themes. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  // What is still fading in has a colour that nobody reads it in.
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
  const found = await page.evaluate(async (names) => {
    const { axe } = globalThis as unknown as { readonly axe: Axe };
    const answers: Record<string, string[]> = {};
    for (const name of names) {
      document.documentElement.dataset['theme'] = name;
      // What is not a matter of colour is the same in every theme.
      const runOnly = name === 'light' ? {} : { runOnly: { type: 'rule', values: ['color-contrast', 'color-contrast-enhanced'] } };
      const { violations } = await axe.run({ resultTypes: ['violations'], rules: { 'color-contrast-enhanced': { enabled: true } }, ...runOnly });
      answers[name] = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${String(node.target[0])} ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`).join(' | ')}`);
    }
    document.documentElement.dataset['theme'] = 'light';
    return answers;
  }, themes);
  for (const theme of themes) expect.soft(found[theme], `${where}, ${theme}`).toEqual([]);
}

/** No line is lower than 1.35 of its letters, nothing is wider than its box or than the screen, every target fits a thumb. */
export async function expectWellLaid(page: Page, where: string, leastTarget: number): Promise<void> {
  expect.soft(await measured(page, leastTarget), where).toEqual([]);
}

/** At 320 px, with letters twice as large, and with wider spacing: still no scrolling sideways, and nothing cut. */
export async function expectReflow(page: Page, where: string): Promise<void> {
  const size = page.viewportSize();
  if (!size) throw new Error('a page without a size');
  await page.setViewportSize({ width: 320, height: size.height });
  expect.soft(await measured(page, 0), `${where}, 320 px`).toEqual([]);
  await page.setViewportSize(size);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  expect.soft(await measured(page, 0), `${where}, 200 %`).toEqual([]);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '';
  });
  await expectSpacing(page, where);
}

function measured(page: Page, leastTarget: number): Promise<string[]> {
  return page.evaluate((least) => {
    const found: string[] = [];
    const name = (element: Element): string =>
      `${element.tagName.toLowerCase()}${element.classList.length > 0 ? `.${[...element.classList].join('.')}` : ''} “${(element.textContent ?? '').trim().slice(0, 30)}”`;
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > width) found.push(`the page scrolls sideways: ${document.documentElement.scrollWidth} > ${width}`);
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      // What is only for screen readers, folded away, or drawn has no letters on the screen.
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || element.closest('.unseen, .skip, svg, option, datalist')) continue;
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      if (box.width === 0 || box.height === 0) continue;
      const ownText = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent ?? '').join('').trim();
      if (/\p{L}/u.test(ownText)) {
        const ratio = Number.parseFloat(style.lineHeight) / Number.parseFloat(style.fontSize);
        if (ratio < 1.349) found.push(`line of ${ratio.toFixed(2)}: ${name(element)}`);
        if (style.textTransform === 'uppercase') found.push(`capitals: ${name(element)}`);
      }
      const scrolls = /auto|scroll/.test(style.overflowX);
      const types = element.matches('input, textarea, select');
      if (!scrolls && !types && style.display !== 'inline' && element.scrollWidth > element.clientWidth + 1) {
        found.push(`wider than its box (${element.scrollWidth} > ${element.clientWidth}): ${name(element)}`);
      }
      // Text that a line clips: letters below the edge.
      // A clamped text says with its own dots that there is more.
      const isClamped = style.webkitLineClamp !== 'none';
      if (style.overflowY === 'hidden' && !isClamped && element.scrollHeight > element.clientHeight + 1) found.push(`cut below: ${name(element)}`);
      if (!element.closest('.list-scroll') && (box.right > width + 0.5 || box.left < -0.5)) found.push(`beyond the screen: ${name(element)}`);
      const isTarget = element.matches('a[href], button, input, select, textarea, summary, [role="button"]');
      // A link in the run of a sentence is as high as its line (WCAG 2.5.8 exempts it).
      const isInSentence = element.matches('p a, li p a') && style.display === 'inline';
      // A box whose label is the target; a link that covers its row.
      const target = element.matches('input[type="checkbox"], input[type="radio"]') ? (element.closest('label') ?? element).getBoundingClientRect()
        : element.matches('.row-link') ? (element.closest('tr') ?? element).getBoundingClientRect() : box;
      if (least > 0 && isTarget && !isInSentence && (target.height < least - 0.5 || target.width < least - 0.5)) {
        found.push(`target of ${target.width.toFixed(0)} × ${target.height.toFixed(0)}: ${name(element)}`);
      }
    }
    const headings = document.querySelectorAll('h1');
    if (headings.length !== 1) found.push(`${headings.length} headings of the first level`);
    if (document.documentElement.lang !== 'vi') found.push('the language is not vi');
    return [...new Set(found)];
  }, leastTarget);
}

/** With the Tab key alone: every stop is seen, and no bar that sticks to an edge lies over it. */
export async function expectKeyboard(page: Page, where: string): Promise<void> {
  const found: string[] = [];
  const seen = new Set<string>();
  for (let stop = 0; stop < 80; stop += 1) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => {
      const active = document.activeElement;
      if (!active || active === document.body) return null;
      const all = [...document.querySelectorAll('*')];
      const box = (active.closest('label') ?? active).getBoundingClientRect();
      const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      const isSeen = hit !== null && (active.contains(hit) || (active.closest('label') ?? active).contains(hit) || hit.contains(active));
      const ring = getComputedStyle(active);
      const label = active.closest('label')?.querySelector(':scope > span');
      const hasRing = [ring, label ? getComputedStyle(label) : ring, getComputedStyle(active, '::after')].some((style) => style.outlineStyle !== 'none');
      return { at: all.indexOf(active), name: `${active.tagName.toLowerCase()} “${(active.getAttribute('aria-label') ?? active.textContent ?? '').trim().slice(0, 30)}”`, isSeen, hasRing };
    });
    if (here === null) break;
    const key = String(here.at);
    if (seen.has(key)) break;
    seen.add(key);
    if (!here.isSeen) found.push(`covered: ${here.name}`);
    if (!here.hasRing) found.push(`no ring: ${here.name}`);
  }
  expect.soft(found, `${where}, by keyboard`).toEqual([]);
  expect.soft(seen.size, `${where}, stops of the keyboard`).toBeGreaterThan(1);
}

/** With the spacing that WCAG 1.4.12 lets a reader choose: nothing is cut. */
async function expectSpacing(page: Page, where: string): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    // A style sheet made by script is no inline style, so the policy of the page lets it in.
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }');
    document.adoptedStyleSheets = [sheet];
  });
  expect.soft(await measured(page, 0), `${where}, spaced`).toEqual([]);
  await page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });
}
