/** The phone's door: shows the theme, then the gate, the activation form or the app, each from its own file. */
import '../ui/tokens.css';
import '../ui/base.css';
import { browserHere } from '../device/browser-here.ts';
import { catchInstallPrompt, isStandalone } from '../device/install-prompt.ts';
import { followTheme } from '../ui/theme.ts';
import { hasActivatedMark, looksActivated } from './activated-mark.ts';
import { gatePath, settledAddress } from './carried-code.ts';
import { showFirstFrame } from './first-frame.tsx';
import { rememberedFrame } from './frame-memory.ts';
import type { Hands } from './hands.ts';
import { paths } from './paths.ts';

export async function start(root: HTMLElement): Promise<void> {
  catchInstallPrompt();
  followTheme();
  const settled = settledAddress(location);
  if (settled !== null) history.replaceState(null, '', settled);
  const browser = browserHere();
  // Plain http has no service worker, no keys, no promise to keep anything: nothing may be written there.
  if (!isSecureContext) {
    const { showPlainAddress } = await import('./screens/activation/show-activation.tsx');
    showPlainAddress(root);
  } else if (location.pathname === gatePath || (browser.isInApp && !hasActivatedMark())) {
    // Before anything is written. Whoever has a notebook here already keeps the way to its unsent records.
    const { showGate } = await import('./screens/gate/show-gate.tsx');
    showGate(root, browser);
  } else if (await looksActivated()) {
    const remembered = location.pathname === paths.home ? rememberedFrame() : null;
    if (remembered) {
      showFirstFrame(root, remembered);
      await drawn();
    }
    await openApp(root);
  } else {
    await openActivation(root, null);
  }
}

/** Once the browser has drawn what was rendered: the app's code, read on a slow phone, would hold it up. */
function drawn(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    // A page in the background is drawn by nobody.
    setTimeout(resolve, 100);
  });
}

/** The app, or the activation form where the notebook says that the phone belongs to nobody. */
async function openApp(root: HTMLElement, opened?: Hands): Promise<void> {
  const { showApp } = await import('./app.tsx');
  const nobody = await showApp(root, opened);
  if (nobody) await openActivation(root, nobody.hands);
}

async function openActivation(root: HTMLElement, opened: Hands | null): Promise<void> {
  if (browserHere().system === 'ios' && !isStandalone()) {
    const { showInstallFirst } = await import('./screens/install/show-install-first.tsx');
    showInstallFirst(root);
    return;
  }
  const { showActivation } = await import('./screens/activation/show-activation.tsx');
  showActivation(root, opened, (hands) => {
    history.replaceState(null, '', '/');
    void openApp(root, hands);
  });
}
