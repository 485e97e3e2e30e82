/**
 * M0: inside Zalo, Facebook and the like nothing may be written, because their store is not the browser's. One page,
 * one tap to the real browser. It keeps nothing itself.
 */
import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { BrowserKind, System } from '../../../device/browser-kind.ts';
import { gateWords as words } from '../../../i18n/gate-words.ts';
import { say } from '../../../i18n/say.ts';
import { Bar, SunButton } from '../../../ui/bar.tsx';
import { Button } from '../../../ui/button.tsx';
import { copyText } from '../../../ui/copy-text.ts';
import { Notice } from '../../../ui/strip.tsx';
import { theme, toggleSun } from '../../../ui/theme.ts';
import { gatePath } from '../../carried-code.ts';
import { chromeIntent } from './chrome-intent.ts';
import '../../../ui/shell.css';
import './gate.css';

export function showGate(root: HTMLElement, browser: BrowserKind): void {
  render(<GateScreen browser={browser} page={new URL(location.href)} />, root);
}

function GateScreen({ browser, page }: { browser: BrowserKind; page: URL }) {
  const { system, isInApp, appName } = browser;
  const [sun, setSun] = useState(() => theme() === 'sun');
  const heading = system === 'ios' ? words.headingIos : words.heading;
  useEffect(() => {
    document.title = `${heading} – ${words.product}`;
  }, [heading]);
  return (
    <div class="app">
      <header>
        <Bar product={words.product} title={heading}>
          <SunButton label={words.sun} pressed={sun} onSun={() => { toggleSun(); setSun(theme() === 'sun'); }} />
        </Bar>
      </header>
      <main class="stack">
        <Notice tone="queued" icon="send_error">
          <p>{isInApp ? appName === null ? words.inSomeApp : say(words.inApp, { app: appName }) : words.inBrowser}</p>
          {page.hash !== '' && page.pathname === '/k' && <p>{words.codeGoesAlong}</p>}
        </Notice>
        {system === 'android' && <Button href={chromeIntent(page)}>{words.open}</Button>}
        <Steps system={system} />
        <Address system={system} address={page.pathname === gatePath ? `${page.origin}/` : page.href} />
        {!isInApp && <Button kind="quiet" href="/">{words.here}</Button>}
      </main>
    </div>
  );
}

function Steps({ system }: { system: System }) {
  return (
    <section class="card card-inside gate-steps">
      <h2>{system === 'android' ? words.stepsAfterButton : words.steps}</h2>
      <MenuPicture dotsAcross={system === 'ios'} />
      <ol class="steps">
        <li>{words.stepMenu}</li>
        <li>{system === 'ios' ? words.stepOpenIos : words.stepOpen}</li>
      </ol>
    </section>
  );
}

function Address({ system, address }: { system: System; address: string }) {
  const shown = useRef<HTMLParagraphElement>(null);
  const [isCopied, setCopied] = useState<boolean | null>(null);
  const outcome = isCopied === null ? '' : isCopied ? system === 'ios' ? words.copiedIos : words.copied : words.marked;
  return (
    <section class="stack">
      <Button kind="other" onClick={() => void copyText(address, shown.current).then(setCopied)}>{words.copy}</Button>
      <p role="status">{outcome}</p>
      <p class="gate-address digits" ref={shown}>{address}</p>
    </section>
  );
}

/** The corner of an app with its dots, and the menu that opens there. The steps beside it say the same in words. */
function MenuPicture({ dotsAcross }: { dotsAcross: boolean }) {
  const dots = [0, 1, 2].map((count) => (dotsAcross ? { cx: 176 + count * 9, cy: 25 } : { cx: 185, cy: 16 + count * 9 }));
  return (
    <svg class="gate-picture" viewBox="0 0 216 112" aria-hidden="true">
      <path class="gate-frame" d="M8 112V18A14 14 0 0 1 22 4h172a14 14 0 0 1 14 14v94M8 46h200" />
      <path class="gate-line" d="M26 25h76M26 66h40M26 84h28" />
      <circle class="gate-ring" cx="185" cy="25" r="16" />
      {dots.map((dot) => <circle key={`${dot.cx} ${dot.cy}`} class="gate-dot" {...dot} r="3" />)}
      <rect class="gate-menu" x="84" y="54" width="116" height="50" rx="8" />
      <path class="gate-line" d="M98 68h60" />
      <path class="gate-row" d="M98 88h74M180 82l7 6-7 6" />
    </svg>
  );
}
