import { useEffect, useMemo, useState } from 'preact/hooks';
import { RequirementId, taskOf } from '../../../domain/id.ts';
import { dateText } from '../../../i18n/format.ts';
import { say } from '../../../i18n/say.ts';
import { searchWords as words } from '../../../i18n/search-words.ts';
import { TextField } from '../../../ui/field.tsx';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Section } from '../../../ui/list.tsx';
import { InnerPage, ReadTrouble } from '../../parts/frame.tsx';
import { Marked } from '../../parts/marked.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { useUnhurried } from '../../parts/unhurried.ts';
import { useBook, useReference } from '../../queries.ts';
import type { RecordView } from '../../record-view.ts';
import type { Reference } from '../../reference.ts';
import { changeQuery, goBack } from '../../router.ts';
import { paths } from '../../paths.ts';
import { excerptAround, markedPieces } from '../../search-index.ts';
import type { SearchGroup, SearchHits, SearchSource } from '../../search-index.ts';
import { addressOf, directiveSources, helpSources, occasionSources, recordSources, requirementSources } from '../../search-sources.ts';
import { useSearch } from '../../search-store.ts';
import '../directive/reading.css';

const groupWords: Readonly<Record<SearchGroup, (count: number) => string>> = {
  records: (count) => say(words.groupRecords, { count }),
  requirements: (count) => say(words.groupRequirements, { count }),
  directive: (count) => say(words.groupDirective, { count }),
  occasions: (count) => say(words.groupOccasions, { count }),
  help: (count) => say(words.groupHelp, { count }),
};

const firstShown = 5;
const boxId = 'tim-chu';
/** The address follows the thumb, not every key: Safari counts how often it changes. */
const addressDelayMs = 300;

/** Tìm: one box over everything that this phone knows. */
export function SearchScreen({ query }: { query: string }) {
  const { value: reference, error } = useReference();
  const { value: book, error: bookError } = useBook();
  const [typed, setTyped] = useState(query);
  const offered = useMemo(() => (reference && book ? sourcesOf(reference, book.views) : undefined), [reference, book]);
  const { index, round, waiting } = useSearch(offered);
  const asked = useUnhurried(typed);
  const hits = useMemo(() => index.find(asked), [index, round, asked]);
  const viewsById = useMemo(() => new Map<string, RecordView>(book?.views.map((view) => [view.recordId, view])), [book]);
  useEffect(() => {
    // After the frame in which the page itself gives its heading the focus.
    const frame = requestAnimationFrame(() => document.querySelector<HTMLElement>(`#${boxId}`)?.focus({ preventScroll: true }));
    return () => cancelAnimationFrame(frame);
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => changeQuery(paths.searchFor(typed)), addressDelayMs);
    return () => clearTimeout(timer);
  }, [typed]);
  const isAsked = /[\p{L}\p{N}]/u.test(asked);
  const count = hits.reduce((sum, group) => sum + group.count, 0);
  const leave = (event: MouseEvent): void => {
    event.preventDefault();
    goBack(paths.home);
  };
  // A result takes the words along: the way back leads to them.
  const keep = (): void => changeQuery(paths.searchFor(typed));
  return (
    <InnerPage title={words.title} backHref={paths.home} onBack={leave}>
      <search class="search-box">
        <TextField id={boxId} label={words.label} hint={words.hint} value={typed} onValue={setTyped} mode="search" enterHint="search" />
      </search>
      {(error !== undefined || bookError !== undefined) && <ReadTrouble />}
      <p class="muted" role="status">{statusText(isAsked, count, waiting)}</p>
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the links inside are what is tapped */}
      <div class="found" onClickCapture={keep}>
        {isAsked && reference && <Results hits={hits} query={asked} reference={reference} viewsById={viewsById} />}
      </div>
    </InnerPage>
  );
}

interface ResultsProps { hits: readonly SearchHits[]; query: string; reference: Reference; viewsById: ReadonlyMap<string, RecordView> }

/** Drawn again for another answer, not for every key: the same element is handed out until then. */
function Results({ hits, query, reference, viewsById }: ResultsProps) {
  return useMemo(
    () => <>{hits.map((group) => <Group key={group.group} hits={group} query={query} reference={reference} viewsById={viewsById} />)}</>,
    [hits, query, reference, viewsById],
  );
}

function statusText(isAsked: boolean, count: number, waiting: number): string {
  if (!isAsked) return words.scope;
  if (waiting > 0) return say(words.preparing, { count: waiting });
  return count === 0 ? words.none : say(words.found, { count });
}

function sourcesOf(reference: Reference, views: readonly RecordView[]): Record<SearchGroup, readonly SearchSource[]> {
  return {
    requirements: requirementSources(reference),
    directive: directiveSources(reference),
    occasions: occasionSources(reference),
    help: helpSources(),
    // Last: they are the many.
    records: recordSources(views, reference),
  };
}

interface GroupProps { hits: SearchHits; query: string; reference: Reference; viewsById: ReadonlyMap<string, RecordView> }

function Group({ hits: { group, sources, count }, query, reference, viewsById }: GroupProps) {
  // Of this question: the next one begins short again.
  const [wholeOf, setWholeOf] = useState<string | null>(null);
  const shown = wholeOf === query ? sources.length : firstShown;
  const hidden = sources.length - shown;
  return (
    <section>
      <Section title={groupWords[group](count)} />
      <div class="card">
        <ul>
          {sources.slice(0, shown).map((source) => (
            <li key={source.id}><Result source={source} query={query} reference={reference} view={viewsById.get(source.id)} /></li>
          ))}
        </ul>
      </div>
      {hidden > 0 && <Button kind="other" small onClick={() => setWholeOf(query)}>{say(words.more, { count: hidden })}</Button>}
      {hidden <= 0 && count > sources.length && <p class="muted">{say(words.rest, { count: count - sources.length })}</p>}
    </section>
  );
}

interface ResultProps { source: SearchSource; query: string; reference: Reference; view: RecordView | undefined }

function Result({ source, query, reference, view }: ResultProps) {
  const line = lineOf(source, query, reference, view);
  const within = [source.title, source.text];
  return (
    <a class="item" href={addressOf(source, query)}>
      <span class="grow">
        <strong><Marked text={source.title} query={query} within={within} /></strong>
        {line !== '' && <span class="muted"><Marked text={line} query={query} within={within} /></span>}
        {source.group === 'records' && view && !view.rechecking && <span class="row-state"><StateTag standing={view.standing} /></span>}
      </span>
      <Icon name="next" />
    </a>
  );
}

/** Under the title: where the words stand if not in it, else what tells one result from the next. */
function lineOf(source: SearchSource, query: string, { occasionsById }: Reference, view: RecordView | undefined): string {
  const within = [source.title, source.text];
  switch (source.group) {
    case 'records': {
      const { activity, receipt } = view ?? {};
      if (!activity) return '';
      const base = `${dateText(activity.heldOn)} · ${receipt?.number ?? ''}`.replace(/ · $/, '');
      return isFoundIn(activity.note, query, within) ? `${base} · ${excerptAround(activity.note, query, 90, within)}` : base;
    }
    case 'requirements': {
      const id = RequirementId.parse(source.id);
      const task = taskOf(id);
      if (!isFoundIn(source.title, query, within)) return excerptAround(source.text, query, 90, within);
      return task === 'C' ? say(words.requirementClosing, { requirement: id }) : say(words.requirementLine, { requirement: id, task });
    }
    case 'occasions': {
      const startsOn = [...occasionsById.values()].find((one) => one.id === source.id)?.startsOn ?? null;
      return startsOn === null ? '' : dateText(startsOn);
    }
    case 'directive':
    case 'help':
      return excerptAround(source.text, query, 120, within);
  }
}

function isFoundIn(text: string, query: string, within: readonly string[]): boolean {
  return markedPieces(text, query, within).some((piece) => piece.isMatch);
}
