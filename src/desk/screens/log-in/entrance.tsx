import type { ComponentChildren } from 'preact';
import { deskWords as words } from '../../../i18n/desk-words.ts';
import { Mark } from '../../../ui/icon.tsx';
import { useTitle } from '../../use-title.ts';

/** The frame of both login pages. */
export function Entrance({ title, lead, children }: { title: string; lead: string; children: ComponentChildren }) {
  useTitle(title);
  return (
    <div class="entrance">
      <header class="entrance-mark"><Mark size={44} /><b>{words.product}</b></header>
      <main>
        <h1>{title}</h1>
        <p class="muted">{lead}</p>
        {children}
      </main>
    </div>
  );
}
