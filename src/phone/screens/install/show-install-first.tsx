/**
 * An iPhone's first page: a home-screen app has a store of its own, and Safari empties that of a page after seven days
 * without a visit. A code used here would be used up for a notebook that does not last, so there is no box for one.
 */
import { render } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { installWords as words } from '../../../i18n/install-words.ts';
import { Bar, SunButton } from '../../../ui/bar.tsx';
import { Button } from '../../../ui/button.tsx';
import { copyText } from '../../../ui/copy-text.ts';
import { theme, toggleSun } from '../../../ui/theme.ts';
import { codeInHash } from '../activation/code-text.ts';
import { ShareSteps } from './install-steps.tsx';
import '../../../ui/shell.css';

export function showInstallFirst(root: HTMLElement): void {
  document.title = `${words.heading} – ${words.product}`;
  render(<InstallFirst code={location.pathname === '/k' ? codeInHash(location.hash) : ''} />, root);
}

function InstallFirst({ code }: { code: string }) {
  const [sun, setSun] = useState(() => theme() === 'sun');
  return (
    <div class="app">
      <header>
        <Bar product={words.product} title={words.heading}>
          <SunButton label={words.sun} pressed={sun} onSun={() => { toggleSun(); setSun(theme() === 'sun'); }} />
        </Bar>
      </header>
      <main class="stack">
        <p><strong>{words.first}</strong></p>
        <p>{words.firstWhy}</p>
        <section class="card card-inside">
          <ShareSteps><li>{words.firstThen}</li></ShareSteps>
        </section>
        {code !== '' && <KeptCode code={code} />}
      </main>
    </div>
  );
}

/** The home screen opens without the link, so its code has to be carried over by hand. */
function KeptCode({ code }: { code: string }) {
  const shown = useRef<HTMLElement>(null);
  const [isCopied, setCopied] = useState<boolean | null>(null);
  return (
    <section class="card card-inside stack">
      <p>{words.codeLabel}<br /><strong class="digits selectable" ref={shown}>{code}</strong></p>
      <Button kind="other" small onClick={() => void copyText(code, shown.current).then(setCopied)}>{words.copyCode}</Button>
      <p role="status">{isCopied === null ? '' : isCopied ? words.codeCopied : words.codeMarked}</p>
    </section>
  );
}
