import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';

export type Tone =
  | 'draft' | 'queued' | 'sending' | 'send_error' | 'received' | 'returned' | 'approved' | 'replaced' | 'error' | 'plain';

interface SyncStripProps {
  tone: Tone;
  icon: IconName;
  title: string;
  text: string;
  href: string;
  /** A button beside the strip, outside its link. */
  children?: ComponentChildren;
}

/** What is on the phone and what is at the province, in one sentence and a half. The whole strip is a link. */
export function SyncStrip({ tone, icon, title, text, href, children }: SyncStripProps) {
  const words = (
    <>
      <Icon name={icon} />
      <div class="grow">
        <strong>{title}</strong>
        <span>{text}</span>
      </div>
    </>
  );
  if (children) {
    return (
      <div class={`strip tone-${tone}`}>
        <a class="row grow strip-link" href={href}>{words}</a>
        {children}
      </div>
    );
  }
  return <a class={`strip tone-${tone}`} href={href}>{words}<Icon name="next" /></a>;
}

interface NoticeProps { tone: Tone; icon?: IconName; title?: string; children?: ComponentChildren; role?: 'alert' | 'status' }

/** A box within the page that says one thing and, where there is one, the next step. */
export function Notice({ tone, icon, title, children, role }: NoticeProps) {
  return (
    <div class={`notice tone-${tone}`} role={role}>
      <div class="row">
        {icon && <Icon name={icon} />}
        <div class="grow">
          {title !== undefined && <strong>{title}</strong>}
          {children}
        </div>
      </div>
    </div>
  );
}

/** A state's word with its shape; colour only repeats it. */
export function Tag({ tone, icon, children }: { tone: Tone; icon: IconName; children: ComponentChildren }) {
  return <span class={`tag tone-${tone}`}><Icon name={icon} />{children}</span>;
}
