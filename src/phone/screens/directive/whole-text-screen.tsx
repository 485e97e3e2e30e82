import type { ComponentChildren } from 'preact';
import type { Directive, DirectiveBlock } from '../../../domain/directive.ts';
import { taskOf } from '../../../domain/id.ts';
import { markQuotes } from '../../../domain/mark-quotes.ts';
import type { Task } from '../../../domain/task.ts';
import { directiveWords as words } from '../../../i18n/directive-words.ts';
import { say } from '../../../i18n/say.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Section } from '../../../ui/list.tsx';
import { Notice } from '../../../ui/strip.tsx';
import { InnerPage, TroublePage } from '../../parts/frame.tsx';
import { useLanding } from '../../parts/landing.ts';
import { Marked } from '../../parts/marked.tsx';
import { useReference } from '../../queries.ts';
import type { Reference } from '../../reference.ts';
import { cameFromList, goBack } from '../../router.ts';
import { paths } from '../../paths.ts';
import type { TextPlace } from '../../routes.ts';
import { CitedDocuments, citedPlace, notePlace, Notes } from './beside-text.tsx';
import './reading.css';

/** Toàn văn: every word as it was received, under headings of our own; the place that the address names is marked. */
export function WholeTextScreen({ place }: { place: TextPlace | null }) {
  const { value: reference, error } = useReference();
  useLanding(reference && place ? landingOf(place) : null);
  if (!reference) return error === undefined ? null : <TroublePage title={words.wholeText} backHref={paths.directive} />;
  const { directive } = reference;
  return (
    <InnerPage title={words.wholeText} backHref={paths.directive} onBack={backToList}>
      {directive ? <WholeText directive={directive} reference={reference} place={place} /> : <p>{words.missing}</p>}
    </InnerPage>
  );
}

/** To the results or the requirement that led here. */
function backToList(event: MouseEvent): void {
  if (!cameFromList()) return;
  event.preventDefault();
  goBack(paths.directive);
}

function landingOf(place: TextPlace): string {
  switch (place.kind) {
    case 'requirement':
      return 'loi-trich';
    case 'block':
      return blockPlace(place.id);
    case 'note':
      return notePlace(place.id);
    case 'cited':
      return citedPlace(place.id);
  }
}

function blockPlace(id: string): string {
  return `doan-${id}`;
}

interface WholeTextProps { directive: Directive; reference: Reference; place: TextPlace | null }

function WholeText({ directive, reference, place }: WholeTextProps) {
  const parts = partsOf(directive, reference.tasks);
  const requirement = place?.kind === 'requirement' ? reference.requirements.get(place.id) : undefined;
  const isMarked = requirement !== undefined && directive.blocks.some((block) => requirement.quotes.some((quote) => block.text.includes(quote)));
  return (
    <>
      {place?.kind === 'requirement' && (
        <Notice tone="plain" icon="directive">
          <p>{isMarked ? say(words.markedRequirement, { requirement: place.id }) : words.markedNone}</p>
          <a class="tall-link" href={paths.requirement(place.id, taskOf(place.id))}>{say(words.backToRequirement, { requirement: place.id })}</a>
        </Notice>
      )}
      <details class="fold">
        <summary><Icon name="down" />{words.goTo}</summary>
        <nav class="card" aria-label={words.parts}>
          <ul class="parts">
            {parts.map(({ heading, blocks: [first] }) => first && <li key={first.id}><a href={paths.block(first.id, '')}>{heading}</a></li>)}
          </ul>
        </nav>
      </details>
      <Notes notes={reference.notes.filter((one) => one.blockId === null)} />
      {parts.map(({ heading, blocks }) => (
        <section key={heading}>
          <Section title={heading} />
          {blocks.map((block) => (
            <div key={block.id}>
              <div class="card card-inside verbatim" id={blockPlace(block.id)} tabIndex={-1}><p><BlockText block={block} place={place} quotes={requirement?.quotes ?? []} /></p></div>
              <Notes notes={reference.notes.filter((one) => one.blockId === block.id)} />
            </div>
          ))}
        </section>
      ))}
      {reference.citations.length > 0 && (
        <section>
          <Section title={words.citedHeading} />
          <CitedDocuments documents={reference.citations} />
        </section>
      )}
    </>
  );
}

function BlockText({ block, place, quotes }: { block: DirectiveBlock; place: TextPlace | null; quotes: readonly string[] }): ComponentChildren {
  if (place?.kind === 'block' && place.id === block.id) {
    // A cited document is looked for by its whole name, a search by the beginnings of words.
    return block.text.includes(place.query) && place.query.includes(' ') ? <Passages text={block.text} quotes={[place.query]} /> : <Marked text={block.text} query={place.query} />;
  }
  return quotes.length === 0 ? block.text : <Passages text={block.text} quotes={quotes} />;
}

/** Marked passages; the page lands at the first one. */
function Passages({ text, quotes }: { text: string; quotes: readonly string[] }) {
  const passages = markQuotes(text, quotes);
  const first = passages.find((one) => one.isQuote);
  return (
    <>
      {passages.map((passage) => (passage.isQuote
        ? <mark key={passage.from} {...(passage === first ? { id: 'loi-trich', tabIndex: -1 } : {})}>{passage.text}</mark>
        : passage.text))}
    </>
  );
}

interface Part { readonly heading: string; readonly blocks: readonly DirectiveBlock[] }

/** The blocks under headings: those of one kind that follow each other stand together. */
function partsOf(directive: Directive, tasks: readonly Task[]): readonly Part[] {
  const parts: { heading: string; blocks: DirectiveBlock[] }[] = [];
  for (const block of directive.blocks) {
    const heading = headingOf(block, tasks);
    const last = parts.at(-1);
    if (last?.heading === heading) last.blocks.push(block);
    else parts.push({ heading, blocks: [block] });
  }
  return parts;
}

function headingOf({ kind, taskId }: DirectiveBlock, tasks: readonly Task[]): string {
  switch (kind) {
    case 'salutation':
    case 'addressee':
      return words.partAddressees;
    case 'preamble':
      return words.partPreamble;
    case 'basis':
    case 'enacting':
      return words.partBasis;
    case 'task':
      return say(words.partTask, { task: taskId ?? '', short: tasks.find((one) => one.id === taskId)?.short ?? '' });
    case 'closing':
      return words.closingTitle;
  }
}
