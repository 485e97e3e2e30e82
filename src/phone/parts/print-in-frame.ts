import type { PrintPage } from '../../documents/print-page.ts';

/**
 * Paper in a frame of its own, so that neither the page nor its styles come along. The content security policy holds in
 * there too and refuses styles within the text: they are handed over as a sheet. A frame that is not drawn prints empty
 * pages, so it stands outside the screen.
 */
export function printInFrame({ title, styles, body }: PrintPage): void {
  const frame = document.createElement('iframe');
  frame.className = 'print-frame';
  frame.tabIndex = -1;
  frame.ariaHidden = 'true';
  document.body.append(frame);
  const inside = frame.contentWindow as (Window & typeof globalThis) | null;
  const paper = frame.contentDocument;
  if (!inside || !paper) throw new Error('the frame was not made');
  const sheet = new inside.CSSStyleSheet();
  sheet.replaceSync(styles);
  paper.adoptedStyleSheets = [sheet];
  paper.documentElement.lang = 'vi';
  paper.title = title;
  paper.body.innerHTML = body;
  inside.addEventListener('afterprint', () => frame.remove());
  // The tap is answered first: the dialog holds the page until it is closed.
  setTimeout(() => inside.print());
}
