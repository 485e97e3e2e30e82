import { useEffect, useMemo } from 'preact/hooks';
import { changeWords as words } from '../../../i18n/change-words.ts';
import { say } from '../../../i18n/say.ts';
import { Button } from '../../../ui/button.tsx';
import { ListItem, Section } from '../../../ui/list.tsx';
import { Notice } from '../../../ui/strip.tsx';
import { InnerPage, TroublePage } from '../../parts/frame.tsx';
import { useReference } from '../../queries.ts';
import type { Reference } from '../../reference.ts';
import { paths } from '../../paths.ts';
import { isUnseen, markSeen, seenChanges } from '../../seen-changes.ts';
import { whatChanged } from './what-changed.ts';
import type { ChangedThing } from './what-changed.ts';
import './reading.css';

/** What the province has published anew, place by place: before and now. */
export function ChangesScreen() {
  const { value: reference, error } = useReference();
  const things = useMemo(() => whatChanged(reference?.renewals ?? []), [reference]);
  useEffect(() => {
    if (things.length > 0) markSeen(things);
  }, [things]);
  if (!reference) return error === undefined ? null : <TroublePage title={words.title} backHref={paths.directive} />;
  return (
    <InnerPage title={words.title} backHref={paths.directive}>
      <p class="muted">{things.length === 0 ? words.none : words.about}</p>
      {things.map((thing) => <Thing key={thing.id} thing={thing} />)}
    </InnerPage>
  );
}

function Thing({ thing: { title, version, href, places } }: { thing: ChangedThing }) {
  return (
    <section>
      <Section title={title}><span class="muted digits one-line">{say(words.version, { version })}</span></Section>
      <div class="card card-inside stack">
        {places.length === 0 && <p>{words.small}</p>}
        {places.map(({ name, before, after }) => (
          <div key={`${name} ${before}`} class="changed">
            <h3>{name}</h3>
            <dl class="fields">
              <div><dt>{words.before}</dt><dd class="was">{before || words.nothing}</dd></div>
              <div><dt>{words.after}</dt><dd>{after || words.nothing}</dd></div>
            </dl>
          </div>
        ))}
        {href !== null && <Button kind="other" small href={href}>{openText(href)}</Button>}
      </div>
    </section>
  );
}

function openText(href: string): string {
  if (href === paths.calendar) return words.openCalendar;
  return href === paths.wholeText ? words.openText : words.openTask;
}

/** Above the directive and a task: loud until it was looked at, a quiet row afterwards. @param id narrows it to one thing. */
export function ChangesNotice({ reference, id }: { reference: Reference; id?: string }) {
  const things = useMemo(() => whatChanged(reference.renewals).filter((thing) => id === undefined || thing.id === id), [reference, id]);
  const [first] = things;
  if (!first) return null;
  const seen = seenChanges();
  const unseen = things.filter((thing) => isUnseen(thing, seen));
  const [news = first] = unseen;
  if (unseen.length === 0) return id === undefined ? <div class="card"><ListItem icon="replaced" title={words.title} href={paths.changes} /></div> : null;
  return (
    <Notice tone="received" icon="replaced" title={unseen.length > 1 ? say(words.several, { count: unseen.length }) : say(words.one, { thing: news.title })}>
      <Button kind="other" small href={paths.changes}>{words.look}</Button>
    </Notice>
  );
}
