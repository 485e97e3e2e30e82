/** Where a page opens when its address names a place in it. */
import { useEffect } from 'preact/hooks';

/**
 * Scrolls to the element and gives it the focus, so that a screen reader goes on from there.
 * @param id of the element, which takes the focus by `tabIndex={-1}`; null: the page opens at its top.
 */
export function useLanding(id: string | null): void {
  useEffect(() => {
    if (id === null) return undefined;
    // After the frame in which the page itself gives its heading the focus.
    const frame = requestAnimationFrame(() => {
      const element = document.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
      // In a long paragraph the marked words are what was looked for.
      (element?.querySelector('mark') ?? element)?.scrollIntoView({ block: 'start' });
      element?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [id]);
}
