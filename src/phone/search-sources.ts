/** What can be found on this phone, as texts: the words that a screen shows of each thing. */
import { foldPlain } from '../domain/plain-fold.ts';
import { taskOf } from '../domain/id.ts';
import { dateText } from '../i18n/format.ts';
import { guideWords } from '../i18n/guide-words.ts';
import { say } from '../i18n/say.ts';
import { searchWords as words } from '../i18n/search-words.ts';
import { stateWords } from '../i18n/state-words.ts';
import type { RecordView } from './record-view.ts';
import type { Reference } from './reference.ts';
import { paths } from './paths.ts';
import type { SearchSource } from './search-index.ts';

/** @param views the newest first, as the book has them: so they stay among equals. */
export function recordSources(views: readonly RecordView[], reference: Reference): readonly SearchSource[] {
  return views.flatMap((view) => {
    const { activity, receipt, latest, edition, recordId } = view;
    if (!activity) return [];
    return [{
      group: 'records' as const,
      id: recordId,
      title: activity.title,
      // The title of an occasion is not among it: the record would be found by what its officer never wrote.
      text: [activity.note, activity.requirementId, ...activity.alsoRequirementIds, dateText(activity.heldOn), receipt?.number ?? '', formName(reference, activity.formId)].join(' '),
      stamp: `${latest?.change.changeId ?? ''} ${edition ?? ''} ${receipt?.number ?? ''}`,
    }];
  });
}

function formName(reference: Reference, formId: string): string {
  return reference.forms.find((form) => form.id === formId)?.label ?? '';
}

export function requirementSources({ tasks }: Reference): readonly SearchSource[] {
  return tasks.flatMap((task) => task.requirements.map((requirement) => ({
    group: 'requirements' as const,
    id: requirement.id,
    title: requirement.words,
    text: [requirement.id, requirement.when, ...requirement.evidence].join(', '),
    stamp: foldPlain(requirement.words),
  })));
}

/** The directive by its blocks, the notes beside it and the documents it names. */
export function directiveSources({ directive, citations, notes }: Reference): readonly SearchSource[] {
  const blocks = (directive?.blocks ?? []).map((block) => ({ id: `block ${block.id}`, title: blockTitle(block.taskId, block.kind), text: block.text }));
  const beside = notes.map((note) => ({ id: `note ${note.id}`, title: words.note, text: `${note.quote} ${note.text}`.trim() }));
  const cited = citations.map((document) => ({ id: `cited ${document.id}`, title: document.title, text: [document.issuer, document.issuedOn === null ? '' : dateText(document.issuedOn), document.about, document.remark].filter((part) => part !== '').join(', ') }));
  return [...blocks, ...cited, ...beside].map((one) => ({ ...one, group: 'directive', stamp: `${one.title} ${one.text}` }));
}

function blockTitle(taskId: string | null, kind: string): string {
  if (taskId !== null && taskId !== 'C') return say(words.blockTask, { task: taskId });
  return kind === 'closing' ? words.blockClosing : words.blockOpening;
}

export function occasionSources({ occasions }: Reference): readonly SearchSource[] {
  return occasions.map((occasion) => ({
    group: 'occasions' as const,
    id: occasion.id,
    title: occasion.title,
    text: [occasion.shortTitle, occasion.ordinal, occasion.startsOn === null ? '' : dateText(occasion.startsOn)].join(' '),
    stamp: `${occasion.title} ${occasion.startsOn ?? ''}`,
  }));
}

export function helpSources(): readonly SearchSource[] {
  const answers = [
    { title: guideWords.helpSteps, text: [guideWords.helpStepOne, guideWords.helpStepTwo, guideWords.helpStepThree].join(' ') },
    { title: stateWords.queued, text: guideWords.helpQueued },
    { title: stateWords.received, text: guideWords.helpReceived },
    { title: stateWords.returned, text: guideWords.helpReturned },
    { title: stateWords.approved, text: guideWords.helpApproved },
    { title: guideWords.deviceTitle, text: guideWords.deviceText },
  ];
  return answers.map((answer) => ({ ...answer, group: 'help', id: answer.title, stamp: answer.text }));
}

/** Where a found thing stands. */
export function addressOf(source: SearchSource, query: string): string {
  switch (source.group) {
    case 'records':
      return paths.record(source.id);
    case 'requirements':
      return paths.requirement(source.id, taskOf(source.id as Parameters<typeof taskOf>[0]));
    case 'directive': {
      const [kind, id = ''] = source.id.split(' ');
      return kind === 'block' ? paths.block(id, query) : kind === 'cited' ? paths.cited(id) : paths.note(id);
    }
    case 'occasions':
      return paths.occasion(source.id);
    case 'help':
      return source.title === guideWords.deviceTitle ? paths.device : paths.help;
  }
}
