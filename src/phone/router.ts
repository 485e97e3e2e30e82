/** The page's address as state. Links are plain `<a href>`; this takes over the taps that stay within the app. */
import { useEffect, useState } from 'preact/hooks';
import { parseRoute } from './routes.ts';
import type { Route } from './routes.ts';

const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

/** Pages whose address was changed under them: the way back to such an address is still the same page. */
const renamed = new Map<string, Route>();

function routeNow(): Route {
  return renamed.get(location.pathname) ?? parseRoute(location.pathname, location.search);
}

/** Goes to a page of the app; with `replace` the way back skips the page now shown. */
export function goTo(address: string, replace = false): void {
  renamed.clear();
  tappedOn = null;
  if (replace) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  scrollTo(0, 0);
  tell();
}

/** Changes the address of the page now shown, without showing another: a new draft has got its own. */
export function renameAddress(address: string): void {
  if (location.pathname === address) return;
  renamed.set(address, routeNow());
  history.replaceState(null, '', address);
}

/** Changes what the page's address says after its `?`, without leaving the page or where it is scrolled to. */
export function changeQuery(address: string): void {
  if (location.pathname + location.search === address) return;
  try {
    history.replaceState(null, '', address);
  } catch {
    // Safari refuses more than a hundred changes in ten seconds: the next one takes this one along.
    return;
  }
  tell();
}

/** The page on which the link to the page now shown was tapped; null for one that was reached otherwise. */
let tappedOn: string | null = null;

/** Whether the page now shown was opened from a list that can be gone back to as it was: search, directive, Sổ gửi, Chờ xem. */
export function cameFromList(): boolean {
  return tappedOn !== null && /^\/(tim|chi-dao|so-gui|xet-duyet)$|^\/(chi-dao|xet-duyet)\//.test(tappedOn);
}

/** Back, or to `fallback` where this page was the first one opened. */
export function goBack(fallback: string): void {
  if (stepsInside > 0) history.back();
  else goTo(fallback, true);
}

/** How many pages of the app lie behind this one; a page opened from outside has none. */
let stepsInside = 0;

/** Listens to taps on links and to the browser's back button. Called once. */
export function listenForRoutes(root: HTMLElement): void {
  root.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element | null)?.closest?.('a[href]');
    if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin || link.target !== '' || link.hash !== '') return;
    if (link.pathname.startsWith('/ban') || link.pathname.startsWith('/api')) return;
    event.preventDefault();
    stepsInside += 1;
    const from = location.pathname;
    goTo(link.pathname + link.search);
    tappedOn = from;
  });
  addEventListener('popstate', () => {
    tappedOn = null;
    stepsInside = Math.max(0, stepsInside - 1);
    tell();
  });
}

/**
 * Something laid over the page: the browser's back button takes it away before it leaves the page.
 * @returns called when it goes for another reason; then its step of the history goes too.
 */
export function openLayer(onBack: () => void): () => void {
  let isOpen = true;
  const listener = (): void => {
    isOpen = false;
    onBack();
  };
  stepsInside += 1;
  history.pushState(null, '', location.href);
  addEventListener('popstate', listener, { once: true });
  return () => {
    removeEventListener('popstate', listener);
    if (isOpen) history.back();
  };
}

export function useRoute(): Route {
  const [route, setRoute] = useState(routeNow);
  useEffect(() => {
    const listener = (): void => setRoute(routeNow());
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, []);
  return route;
}
