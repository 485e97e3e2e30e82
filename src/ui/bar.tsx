import type { ComponentChildren } from 'preact';
import { Icon, Mark } from './icon.tsx';

interface SunButtonProps { label: string; pressed: boolean; onSun: () => void }

/** Ngoài trời: one tap from every screen. */
export function SunButton({ label, pressed, onSun }: SunButtonProps) {
  return (
    <button type="button" class="icon-button" aria-label={label} title={label} aria-pressed={pressed} onClick={onSun}>
      <Icon name="sun" />
    </button>
  );
}

interface BarProps {
  /** The product's name, small, above the title. */
  product: string;
  title: string;
  children?: ComponentChildren;
}

/** The red bar of a first-level page: mark, product, whose phone it is. */
export function Bar({ product, title, children }: BarProps) {
  return (
    <div class="bar">
      <Mark size={36} />
      <div class="grow">
        <small>{product}</small>
        <h1 tabIndex={-1}>{title}</h1>
      </div>
      {children}
    </div>
  );
}

interface HeadProps {
  title: string;
  /** 2 within a page that has its first heading already. */
  level?: 1 | 2;
  /** Without an address there is no way back: a first-level page. */
  backHref?: string;
  backLabel?: string;
  onBack?: (event: MouseEvent) => void;
  /** A line under the title, such as when a draft was last saved. */
  note?: ComponentChildren;
  children?: ComponentChildren;
}

/** The white head of every other page: back, title, a line of state. */
export function Head({ title, level = 1, backHref, backLabel, onBack, note, children }: HeadProps) {
  return (
    <header class={backHref === undefined ? 'head is-root' : 'head'}>
      {backHref !== undefined && (
        <a class="icon-button" href={backHref} aria-label={backLabel} onClick={onBack}><Icon name="back" /></a>
      )}
      <div class="grow">
        {level === 1 ? <h1 tabIndex={-1}>{title}</h1> : <h2>{title}</h2>}
        {note}
      </div>
      {children}
    </header>
  );
}
