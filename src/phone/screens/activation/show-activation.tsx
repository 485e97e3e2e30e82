/** The pages before a phone belongs to somebody. They load neither the database nor any other screen. */
import { render } from 'preact';
import { activationWords as words } from '../../../i18n/activation-words.ts';
import { Bar } from '../../../ui/bar.tsx';
import type { Hands } from '../../hands.ts';
import { ActivationScreen } from './activation-screen.tsx';
import '../../../ui/form.css';
import '../../../ui/shell.css';

/** @param opened the stores, where the app has opened them and found that the phone belongs to nobody. */
export function showActivation(root: HTMLElement, opened: Hands | null, onDone: (hands: Hands) => void): void {
  render(<ActivationScreen known={null} hands={opened} onDone={onDone} />, root);
}

/** Over plain http nothing can be kept: one page, one next step. */
export function showPlainAddress(root: HTMLElement): void {
  document.title = words.product;
  const address = `https://${location.host}${location.pathname}${location.hash}`;
  render(
    <div class="app">
      <header><Bar product={words.product} title={words.plainHeading} /></header>
      <main>
        <p>{words.plainText}</p>
        <p>{words.plainNext} <a href={address}>{address}</a></p>
        <p>{words.plainAsk}</p>
      </main>
    </div>,
    root,
  );
}
