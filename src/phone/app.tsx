/** The officer's app: opens the stores, then shows the page that the address names. */
import { render } from 'preact';
import type { ComponentType } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Identity } from '../device/identity.ts';
import { troubleOf } from '../device/trouble.ts';
import { phoneWords as words } from '../i18n/phone-words.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/strip.tsx';
import { markActivated } from './activated-mark.ts';
import { PhoneProvider, usePhone } from './context.ts';
import { openHands } from './hands.ts';
import type { Hands } from './hands.ts';
import { InnerPage } from './parts/frame.tsx';
import { LiveReads, useBook } from './queries.ts';
import { goTo, listenForRoutes, useRoute } from './router.ts';
import type { Route } from './routes.ts';
import { paths } from './paths.ts';
import { HomeScreen } from './screens/home/home-screen.tsx';
import '../ui/form.css';
import '../ui/shell.css';

/**
 * @param opened the stores, where an activation has just opened them and started the runner.
 * @returns the stores when the phone belongs to nobody yet: then nothing is shown.
 */
export async function showApp(root: HTMLElement, opened?: Hands): Promise<{ readonly hands: Hands } | null> {
  let hands: Hands;
  let identity: Identity | null;
  try {
    hands = opened ?? (await openHands());
    identity = await hands.notebook.identity();
  } catch (error) {
    const { showTrouble } = await import('./screens/activation/show-trouble.tsx');
    showTrouble(root, troubleOf(error));
    return null;
  }
  if (!identity) return { hands };
  markActivated();
  listenForRoutes(root);
  render(<App hands={hands} identity={identity} />, root);
  if (!opened) void hands.runner.start();
  fetchAhead();
  pruneLater(hands);
  return null;
}

function App({ hands, identity: first }: { hands: Hands; identity: Identity }) {
  const [identity, setIdentity] = useState(first);
  const phone = useMemo(() => ({ hands, identity }), [hands, identity]);
  // After another code was used on this phone.
  const onActivated = (): void => {
    // Home tells a store that cannot be read; the identity of before goes on until it can.
    void hands.notebook.identity().then((next) => next && setIdentity(next), () => undefined).then(() => goTo(paths.home, true));
  };
  return (
    <PhoneProvider value={phone}>
      <LiveReads>
        <Page onActivated={onActivated} />
      </LiveReads>
    </PhoneProvider>
  );
}

/** Screens that home does not need arrive on their own; the service worker has them all on the phone. */
const loaders = {
  form: () => import('./screens/form/form-screen.tsx').then((module) => module.FormScreen),
  record: () => import('./screens/record/record-screen.tsx').then((module) => module.RecordScreen),
  outbox: () => import('./screens/outbox/outbox-screen.tsx').then((module) => module.OutboxScreen),
  directive: () => import('./screens/directive/directive-screen.tsx').then((module) => module.DirectiveScreen),
  task: () => import('./screens/directive/task-screen.tsx').then((module) => module.TaskScreen),
  wholeText: () => import('./screens/directive/whole-text-screen.tsx').then((module) => module.WholeTextScreen),
  changes: () => import('./screens/directive/changes-screen.tsx').then((module) => module.ChangesScreen),
  search: () => import('./screens/search/search-screen.tsx').then((module) => module.SearchScreen),
  calendar: () => import('./screens/calendar/calendar-screen.tsx').then((module) => module.CalendarScreen),
  reports: () => import('./screens/report/reports-screen.tsx').then((module) => module.ReportsScreen),
  report: () => import('./screens/report/report-screen.tsx').then((module) => module.ReportScreen),
  programme: () => import('./screens/programme/programme-screen.tsx').then((module) => module.ProgrammeScreen),
  reviewList: () => import('./screens/review/review-list-screen.tsx').then((module) => module.ReviewListScreen),
  review: () => import('./screens/review/review-screen.tsx').then((module) => module.ReviewScreen),
  unitsBelow: () => import('./screens/review/units-below-screen.tsx').then((module) => module.UnitsBelowScreen),
  device: () => import('./screens/device/device-screen.tsx').then((module) => module.DeviceScreen),
  help: () => import('./screens/help/help-screen.tsx').then((module) => module.HelpScreen),
  share: () => import('./screens/share/share-screen.tsx').then((module) => module.ShareScreen),
  activation: () => import('./screens/activation/activation-screen.tsx').then((module) => module.ActivationScreen),
} as const;

type Loaded = { [Name in keyof typeof loaders]?: Awaited<ReturnType<(typeof loaders)[Name]>> };
const loaded: Loaded = {};

function useScreen<Name extends keyof typeof loaders>(name: Name): { readonly screen: Loaded[Name] | undefined; readonly hasFailed: boolean } {
  const [failed, setFailed] = useState<string | null>(null);
  const [, setCount] = useState(0);
  const screen = loaded[name];
  useEffect(() => {
    if (screen) return;
    // It may have been fetched ahead since this was drawn: then nobody else would draw it again, and the page stayed empty.
    void loaders[name]().then((fetched) => {
      (loaded as Record<string, unknown>)[name] = fetched;
      setCount((count) => count + 1);
    }, () => setFailed(name));
  }, [name]);
  return { screen, hasFailed: failed === name };
}

/** Never reloads by itself: without a network a page that loads itself again would do so for ever. */
function ScreenMissing() {
  return (
    <InnerPage title={words.screenMissing} backHref={paths.home}>
      <Notice tone="queued" icon="offline" role="alert">
        <p>{words.screenMissingText}</p>
        <Button kind="other" small onClick={() => location.reload()}>{words.again}</Button>
      </Notice>
    </InnerPage>
  );
}

/**
 * The heading takes the focus: at once, or when it is there, because a screen or what it shows may still be on its way.
 * Whatever has the focus by then keeps it.
 * @returns stops waiting.
 */
function beginAtHeading(): () => void {
  const heading = (): HTMLElement | null => document.querySelector('h1');
  const now = heading();
  now?.focus({ preventScroll: true });
  const observer = new MutationObserver(() => {
    const late = heading();
    if (!late) return;
    observer.disconnect();
    if (document.activeElement === document.body) late.focus({ preventScroll: true });
  });
  if (!now) observer.observe(document.body, { childList: true, subtree: true });
  return () => observer.disconnect();
}

/** The form and the list are one tap away: fetched while the officer reads. */
function fetchAhead(): void {
  setTimeout(() => {
    for (const name of ['form', 'outbox', 'record'] as const) {
      void loaders[name]().then((screen) => { (loaded as Record<string, unknown>)[name] = screen; }, () => undefined);
    }
  }, 300);
}

/** Long after the first screen: nobody waits for it. */
function pruneLater(hands: Hands): void {
  setTimeout(() => void import('./actions/prune-photos.ts').then(({ prunePhotos }) => prunePhotos(hands)).catch(() => undefined), 20_000);
}

function Page({ onActivated }: { onActivated: () => void }) {
  const route = useRoute();
  const isFirst = useRef(true);
  useEffect(() => {
    // A screen reader begins at the new page's heading; the first page keeps the browser's own start.
    if (isFirst.current) isFirst.current = false;
    else return beginAtHeading();
    return undefined;
  }, [nameOf(route)]);
  switch (route.name) {
    case 'home':
      return <HomeScreen />;
    case 'new':
      return <Lazy key={nameOf(route)} name="form" props={{ ...route }} />;
    case 'draft':
      return <Lazy key={nameOf(route)} name="form" props={{ ...route }} />;
    case 'record':
      return <Lazy key={nameOf(route)} name="record" props={{ ...route }} />;
    case 'outbox':
      return <Lazy name="outbox" props={{ search: route.search }} />;
    case 'directive':
      return <Lazy name="directive" props={{}} />;
    case 'task':
      return <Lazy key={nameOf(route)} name="task" props={{ ...route }} />;
    case 'whole-text':
      return <Lazy key={nameOf(route)} name="wholeText" props={{ place: route.place }} />;
    case 'changes':
      return <Lazy name="changes" props={{}} />;
    case 'search':
      return <Lazy name="search" props={{ query: route.query }} />;
    case 'calendar':
      return <Lazy key={nameOf(route)} name="calendar" props={{ ...route }} />;
    case 'reports':
      return <Lazy name="reports" props={{}} />;
    case 'report':
      return <Lazy key={route.periodId} name="report" props={{ ...route }} />;
    case 'programme':
      // One page for all its addresses, with the year or without: an undo is not to end with the way back.
      return <Lazy key="programme" name="programme" props={{ ...route }} />;
    case 'review-list':
      return <Lazy name="reviewList" props={{ unitId: route.unitId }} />;
    case 'review':
      return <Lazy key={nameOf(route)} name="review" props={{ ...route }} />;
    case 'units-below':
      return <Lazy name="unitsBelow" props={{}} />;
    case 'device':
      return <Lazy name="device" props={{}} />;
    case 'help':
      return <Lazy name="help" props={{}} />;
    case 'share':
      return <Lazy name="share" props={{ isFull: route.isFull }} />;
    case 'activation':
      return <Reactivation onActivated={onActivated} />;
    case 'unknown':
      return <InnerPage title={words.unknownHeading} backHref={paths.home}><a class="button" href={paths.home}>{words.goHome}</a></InnerPage>;
  }
}

/** The key that makes it another page stands on this element: among the props that are spread below it would be no key at all. */
function Lazy({ name, props }: { name: keyof typeof loaders; props: Record<string, unknown> }) {
  const { screen, hasFailed } = useScreen(name);
  const Screen = screen as ComponentType<Record<string, unknown>> | undefined;
  if (Screen) return <Screen {...props} />;
  return hasFailed ? <ScreenMissing /> : null;
}

function Reactivation({ onActivated }: { onActivated: () => void }) {
  const { hands, identity } = usePhone();
  const frozen = useBook().value?.frozen ?? false;
  const { screen: Screen, hasFailed } = useScreen('activation');
  if (hasFailed && !Screen) return <ScreenMissing />;
  return Screen ? <Screen known={{ unitName: identity.unit.name, frozen }} hands={hands} onDone={onActivated} /> : null;
}

/** What makes a page another page: its own address, but not what a form does with its own. */
function nameOf(route: Route): string {
  switch (route.name) {
    case 'record':
      return `record ${route.recordId} ${String(route.justSaved)}`;
    case 'task':
      return `task ${route.taskId} ${route.requirementId ?? ''}`;
    case 'calendar':
      return `calendar ${route.occasionId ?? ''}`;
    case 'whole-text':
      return `whole-text ${JSON.stringify(route.place)}`;
    case 'report':
      return `report ${route.periodId} ${route.part ?? ''}`;
    case 'programme':
      return `programme ${String(route.year)} ${route.part ?? ''}`;
    case 'review':
      return `review ${route.recordId} ${String(route.isReturning)}`;
    case 'draft':
      return `draft ${route.draftId}`;
    case 'new':
      return `new ${route.requirementId ?? ''} ${route.occasionId ?? ''} ${String(route.fresh)} ${route.title}`;
    default:
      return route.name;
  }
}
