/**
 * The way onto the home screen. Chromium offers it once, early, with an event that must be caught before the app's own
 * files have arrived; other browsers have a menu and say nothing.
 */
import { askToPersist } from './storage-health.ts';

/** Not among the types: Chromium alone has it. */
interface InstallPromptEvent extends Event {
  prompt(): Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}

const installedKey = 'so-tay-installed';

let offered: InstallPromptEvent | null = null;
let isJustInstalled = false;
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

/** Listens for the browser's offer. Called once, before anything else is fetched. */
export function catchInstallPrompt(): void {
  addEventListener('beforeinstallprompt', (event) => {
    // Otherwise Chromium shows a bar of its own over the first page, before the officer knows what this is.
    event.preventDefault();
    offered = event as InstallPromptEvent;
    // Offered again means that it was taken off the home screen.
    remember(false);
    tell();
  });
  addEventListener('appinstalled', () => {
    offered = null;
    isJustInstalled = true;
    remember(true);
    // Chromium grants to installed apps what it refuses to pages.
    void askToPersist();
    tell();
  });
}

/** Whether this page runs from the home screen, without the browser's bars. */
export function isStandalone(): boolean {
  // Safari's own word came before the media query and is still there.
  if ((navigator as { standalone?: boolean }).standalone === true) return true;
  return ['standalone', 'fullscreen', 'minimal-ui'].some((mode) => matchMedia(`(display-mode: ${mode})`).matches);
}

export type InstallOffer =
  /** It is on the home screen, now or from before. */
  | 'installed'
  /** `promptInstall` opens the browser's own question. */
  | 'prompt'
  /** Nothing was offered: only the browser's menu does it, or nothing at all. */
  | 'none';

export function installOffer(): InstallOffer {
  if (isStandalone() || isJustInstalled) return 'installed';
  if (offered) return 'prompt';
  return wasInstalled() ? 'installed' : 'none';
}

/** Calls back when `installOffer` may have changed. Answers how to stop. */
export function onInstallOffer(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Opens the browser's question; call on a tap. An offer serves once. Answers whether the officer agreed. */
export async function promptInstall(): Promise<boolean> {
  const event = offered;
  offered = null;
  const choice = await event?.prompt().catch(() => null);
  const isAccepted = choice?.outcome === 'accepted';
  // `appinstalled` follows by itself, seconds later on a slow phone.
  if (!isAccepted) tell();
  return isAccepted;
}

function wasInstalled(): boolean {
  try {
    return localStorage.getItem(installedKey) === '1';
  } catch {
    return false;
  }
}

function remember(isInstalled: boolean): void {
  try {
    if (isInstalled) localStorage.setItem(installedKey, '1');
    else localStorage.removeItem(installedKey);
  } catch {
    // Storage refused: it is known as long as the page lasts.
  }
}
