/** The store cannot be opened: one page, the reason, one next step. Nothing is deleted to get past it. */
import { render } from 'preact';
import type { Trouble } from '../../../device/trouble.ts';
import { activationWords as words } from '../../../i18n/activation-words.ts';
import { say } from '../../../i18n/say.ts';
import { Bar } from '../../../ui/bar.tsx';
import { Button } from '../../../ui/button.tsx';
import { RescueButton } from '../../parts/rescue-button.tsx';
import '../../../ui/shell.css';

export function showTrouble(root: HTMLElement, trouble: Trouble): void {
  const { heading, text } = troubleWords(trouble);
  document.title = `${heading} – ${words.product}`;
  render(
    <div class="app">
      <header><Bar product={words.product} title={heading} /></header>
      <main class="stack">
        <p>{text}</p>
        <p class="muted">{say(words.cause, { cause: trouble.cause })}</p>
        <Button onClick={() => location.reload()}>{words.again}</Button>
        {(trouble.code === 'storage-blocked' || trouble.code === 'storage-broken') && <RescueButton />}
      </main>
    </div>,
    root,
  );
}

function troubleWords({ code }: Trouble): { heading: string; text: string } {
  switch (code) {
    case 'storage-full':
      return { heading: words.fullHeading, text: words.fullText };
    case 'storage-refused':
      return { heading: words.refusedHeading, text: words.refusedText };
    case 'storage-blocked':
    case 'storage-broken':
      return { heading: words.blockedHeading, text: words.blockedText };
  }
}
