/** The phone's door: shows the theme, then the activation form or the app, each from its own file. */
import '../ui/tokens.css';
import '../ui/base.css';
import { followTheme } from '../ui/theme.ts';
import { looksActivated } from './activated-mark.ts';
import type { Hands } from './hands.ts';

export async function start(root: HTMLElement): Promise<void> {
  followTheme();
  // Plain http has no service worker, no keys, no promise to keep anything: nothing may be written there.
  if (!isSecureContext) {
    const { showPlainAddress } = await import('./screens/activation/show-activation.tsx');
    showPlainAddress(root);
  } else if (await looksActivated()) {
    await openApp(root);
  } else {
    await openActivation(root, null);
  }
}

/** The app, or the activation form where the notebook says that the phone belongs to nobody. */
async function openApp(root: HTMLElement, opened?: Hands): Promise<void> {
  const { showApp } = await import('./app.tsx');
  const nobody = await showApp(root, opened);
  if (nobody) await openActivation(root, nobody.hands);
}

async function openActivation(root: HTMLElement, opened: Hands | null): Promise<void> {
  const { showActivation } = await import('./screens/activation/show-activation.tsx');
  showActivation(root, opened, (hands) => {
    history.replaceState(null, '', '/');
    void openApp(root, hands);
  });
}
