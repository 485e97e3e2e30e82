/** What first-level pages share: sample line, strip or title, update row, quiet links, tabs. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { dateText } from '../../i18n/format.ts';
import { phoneWords as words } from '../../i18n/phone-words.ts';
import { reportTitleWords as reportWords } from '../../i18n/report-title-words.ts';
import { say } from '../../i18n/say.ts';
import { Button } from '../../ui/button.tsx';
import { Head } from '../../ui/bar.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Tabs } from '../../ui/list.tsx';
import { Notice } from '../../ui/strip.tsx';
import type { BookCounts } from '../book.ts';
import { usePhone } from '../context.ts';
import { useReference, useTitle } from '../queries.ts';
import { paths } from '../paths.ts';
import { RescueButton } from './rescue-button.tsx';
import { Sun } from './sun.tsx';

export type TabName = 'home' | 'directive' | 'calendar' | 'outbox';

/** The sample mode says so on every page, in one line. */
export function SampleLine() {
  const { identity } = usePhone();
  // What the activation said serves until the published one is read: the page must not jump.
  const setting = useReference().value?.setting ?? identity.setting;
  if (!setting?.sample || setting.workingDay === null) return null;
  return <p class="sample digits">{say(words.sample, { date: dateText(setting.workingDay) })}</p>;
}

export function BottomTabs({ current, counts }: { current: TabName; counts: BookCounts | undefined }) {
  const waiting = counts?.waiting ?? 0;
  return (
    <Tabs
      label={words.tabs}
      tabs={[
        { href: paths.home, label: words.tabTasks, icon: 'tasks', current: current === 'home' },
        { href: paths.directive, label: words.tabDirective, icon: 'directive', current: current === 'directive' },
        { href: paths.calendar, label: words.tabCalendar, icon: 'calendar', current: current === 'calendar' },
        {
          href: paths.outbox, label: words.tabOutbox, icon: 'outbox', current: current === 'outbox', count: waiting,
          countLabel: say(words.tabOutboxCount, { count: waiting }),
        },
      ]}
    />
  );
}

/** Beside Ngoài trời, in the same place on every page (WCAG 3.2.6). */
export function HelpLink() {
  return <a class="icon-button" href={paths.help} aria-label={words.help} title={words.help}><Icon name="help" /></a>;
}

/** At the end of longer pages. */
export function QuietLinks() {
  return (
    <nav class="links" aria-label={words.quietLinks}>
      <a href={paths.reports}><Icon name="directive" />{reportWords.all}</a>
      <a href={paths.device}><Icon name="device" />{words.device}</a>
      <a href={paths.help}><Icon name="help" />{words.help}</a>
    </nav>
  );
}

/** A new version waits for consent, on quiet pages only: never over a form. */
export function UpdateRow() {
  const { update } = usePhone().hands;
  const [waiting, setWaiting] = useState(() => update.waiting());
  useEffect(() => update.onChange(() => setWaiting(update.waiting())), [update]);
  if (!waiting) return null;
  return (
    <Notice tone="plain" icon="again" role="status">
      <p>{words.update}</p>
      <Button kind="other" small onClick={() => void update.accept()}>{words.updateNow}</Button>
    </Notice>
  );
}

/** The store could not be read while the app runs: one sentence, another try, and the way out. */
export function ReadTrouble() {
  return (
    <Notice tone="error" icon="send_error" title={words.readTrouble} role="alert">
      <p>{words.readTroubleText}</p>
      <Button kind="other" small onClick={() => location.reload()}>{words.again}</Button>
      <RescueButton />
    </Notice>
  );
}

/** In place of a page below the first level whose reads failed. */
export function TroublePage({ title, backHref }: { title: string; backHref: string }) {
  return <InnerPage title={title} backHref={backHref}><ReadTrouble /></InnerPage>;
}

interface TabPageProps { tab: TabName; title: string; counts: BookCounts | undefined; note?: ComponentChildren; tools?: ComponentChildren; children: ComponentChildren; undo?: ComponentChildren }

/** @param tools further buttons of the head, before those that every page has. */
export function TabPage({ tab, title, counts, note, tools, children, undo }: TabPageProps) {
  useTitle(`${title} – ${words.productShort}`);
  return (
    <div class="app">
      <Head title={title} note={note}>{tools}<HelpLink /><Sun /></Head>
      <main>
        <SampleLine />
        <UpdateRow />
        {children}
        <QuietLinks />
      </main>
      {undo}
      <BottomTabs current={tab} counts={counts} />
    </div>
  );
}

interface InnerPageProps { title: string; backHref: string; onBack?: (event: MouseEvent) => void; note?: ComponentChildren; children: ComponentChildren; foot?: ComponentChildren }

/** A page one step below: it has a way back. */
export function InnerPage({ title, backHref, onBack, note, children, foot }: InnerPageProps) {
  useTitle(`${title} – ${words.productShort}`);
  return (
    <div class="app">
      <Head title={title} backHref={backHref} backLabel={words.back} note={note} {...(onBack ? { onBack } : {})}><HelpLink /><Sun /></Head>
      <main>
        <SampleLine />
        {children}
      </main>
      {foot}
    </div>
  );
}
