/** The phone's door: shows the theme, then the activation form or the app, each from its own file. */
import '../ui/tokens.css';
import '../ui/base.css';
import { followTheme } from '../ui/theme.ts';
import { looksActivated } from './activated-mark.ts';

export async function start(root: HTMLElement): Promise<void> {
  followTheme();
  // Plain http has no service worker, no keys, no promise to keep anything: nothing may be written there.
  if (!isSecureContext) {
    const { showPlainAddress } = await import('./screens/activation/show-activation.tsx');
    showPlainAddress(root);
  } else if (await looksActivated()) {
    const { showApp } = await import('./app.tsx');
    await showApp(root);
  } else {
    const { showActivation } = await import('./screens/activation/show-activation.tsx');
    showActivation(root);
  }
}
