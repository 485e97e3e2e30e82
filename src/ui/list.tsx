import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';
import type { Tone } from './strip.tsx';

export function Card({ children }: { children: ComponentChildren }) {
  return <div class="card">{children}</div>;
}

/** A heading with what stands at its right: a date, a link, a count. */
export function Section({ title, children }: { title: string; children?: ComponentChildren }) {
  return <div class="section"><h2>{title}</h2>{children}</div>;
}

interface ListItemProps {
  title: string;
  text?: ComponentChildren;
  icon?: IconName;
  /** In place of an icon: a day of the calendar. */
  day?: { number: string; month: string };
  /** In place of an icon: the number of a task. */
  number?: string;
  tone?: Tone;
  /** An address makes it a link, `onClick` alone a button. */
  href?: string;
  onClick?: () => void;
  /** Below the text: a tag, further words. */
  children?: ComponentChildren;
}

/** One row of a card: 64 px at least, the whole of it one target. */
export function ListItem({ title, text, icon, day, number, tone = 'plain', href, onClick, children }: ListItemProps) {
  const inside = (
    <>
      {icon && <span class={`tile tone-${tone}`}><Icon name={icon} /></span>}
      {day && <span class={`tile tile-day digits tone-${tone}`}><span>{day.number}</span><small>{day.month}</small></span>}
      {number !== undefined && <span class="badge digits">{number}</span>}
      <span class="grow">
        <strong>{title}</strong>
        {text !== undefined && <span class="muted">{text}</span>}
        {children}
      </span>
      {(href !== undefined || onClick) && <Icon name="next" />}
    </>
  );
  if (href !== undefined) return <a class="item" href={href}>{inside}</a>;
  if (onClick) return <button type="button" class="item" onClick={onClick}>{inside}</button>;
  return <div class="item">{inside}</div>;
}

export interface NineCell { label: string; sign: string; tone: Tone | null }

/** The nine tasks at a glance. `label` says in words what the signs show. */
export function NineStrip({ cells, label }: { cells: readonly NineCell[]; label: string }) {
  return (
    <div class="nine digits" role="img" aria-label={label}>
      {cells.map((cell) => (
        <span key={cell.label} class={cell.tone === null ? undefined : `tone-${cell.tone}`}>{cell.label}<small>{cell.sign}</small></span>
      ))}
    </div>
  );
}

interface Tab { href: string; label: string; icon: IconName; current: boolean; count?: number; countLabel?: string }

/** The bottom tabs, in an order that never changes. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav class="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <a key={tab.href} href={tab.href} aria-current={tab.current ? 'page' : undefined}>
          <Icon name={tab.icon} />
          {tab.label}
          {tab.count !== undefined && tab.count > 0 && (
            <span class="bubble digits"><span aria-hidden="true">{tab.count}</span><span class="unseen">, {tab.countLabel}</span></span>
          )}
        </a>
      ))}
    </nav>
  );
}

interface UndoBarProps { text: string; action: string; onUndo: () => void }

/** Stays while the undo window lasts; the owner takes it away. */
export function UndoBar({ text, action, onUndo }: UndoBarProps) {
  return (
    <div class="undo arrives" role="status">
      <span class="grow">{text}</span>
      <button type="button" onClick={onUndo}>{action}</button>
    </div>
  );
}
