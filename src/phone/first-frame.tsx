/**
 * Home as it stands before the app has opened its stores: the same bar, button and tabs at the same places, as plain
 * links. A phone that is slow to start can be tapped at once; the app takes the page over when it is there.
 */
import { render } from 'preact';
import { frameWords as words } from '../i18n/frame-words.ts';
import { say } from '../i18n/say.ts';
import { Bar, SunButton } from '../ui/bar.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Tabs } from '../ui/list.tsx';
import { theme } from '../ui/theme.ts';
import type { FrameMemory } from './frame-memory.ts';
import { paths } from './paths.ts';

export function showFirstFrame(root: HTMLElement, { unitName, sampleDay }: FrameMemory): void {
  document.title = `${words.homeTitle} – ${words.productShort}`;
  render(
    <div class="app">
      <header>
        <Bar product={words.product} title={unitName}>
          <a class="icon-button" href={paths.help} aria-label={words.help}><Icon name="help" /></a>
          <SunButton label={words.sun} pressed={theme() === 'sun'} onSun={() => undefined} />
        </Bar>
        {sampleDay !== '' && <p class="sample digits">{say(words.sample, { date: sampleDay })}</p>}
        <div class="strip-place" />
      </header>
      <main>
        <div class="main-action">
          <Button icon="plus" href={paths.newActivity}>{words.record}</Button>
          {/* The camera opens from the app alone: until then its place is kept. */}
          <span class="button button-other button-side" aria-hidden="true"><Icon name="camera" />{words.take}</span>
        </div>
      </main>
      <Tabs
        label={words.tabs}
        tabs={[
          { href: paths.home, label: words.tabTasks, icon: 'tasks', current: true },
          { href: paths.directive, label: words.tabDirective, icon: 'directive', current: false },
          { href: paths.calendar, label: words.tabCalendar, icon: 'calendar', current: false },
          { href: paths.outbox, label: words.tabOutbox, icon: 'outbox', current: false },
        ]}
      />
    </div>,
    root,
  );
}
