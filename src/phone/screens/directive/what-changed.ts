/** What a newer version of something published changed, thing by thing and place by place, in words. */
import type { Directive } from '../../../domain/directive.ts';
import type { Form } from '../../../domain/form.ts';
import type { Occasion } from '../../../domain/occasion.ts';
import type { Published } from '../../../domain/publication.ts';
import type { Requirement } from '../../../domain/requirement.ts';
import type { Task } from '../../../domain/task.ts';
import { calendarWords } from '../../../i18n/calendar-words.ts';
import { changeWords as words } from '../../../i18n/change-words.ts';
import { dateText } from '../../../i18n/format.ts';
import { say } from '../../../i18n/say.ts';
import { paths } from '../../paths.ts';
import type { Renewal } from '../../reference.ts';

export interface ChangedPlace {
  readonly name: string;
  /** Empty where there was nothing. */
  readonly before: string;
  /** Empty where nothing is left. */
  readonly after: string;
}

export interface ChangedThing {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  /** The page of the thing as it is now, where there is one. */
  readonly href: string | null;
  readonly places: readonly ChangedPlace[];
}

/** Settings and lists behind the forms are left out: no officer reads them by themselves. */
export function whatChanged(renewals: readonly Renewal[]): readonly ChangedThing[] {
  return renewals.flatMap(({ id, version, before, now }) => {
    const thing = thingOf(before, now);
    return thing ? [{ id, version, ...thing, places: thing.places.filter((place) => place.before !== place.after).map(shortened) }] : [];
  });
}

function thingOf(before: Published, now: Published): Omit<ChangedThing, 'id' | 'version'> | null {
  if (before.kind === 'task' && now.kind === 'task') return ofTask(before.task, now.task);
  if (before.kind === 'occasion' && now.kind === 'occasion') return ofOccasion(before.occasion, now.occasion);
  if (before.kind === 'form' && now.kind === 'form') return ofForm(before.form, now.form);
  if (before.kind === 'directive' && now.kind === 'directive') return ofDirective(before.directive, now.directive);
  if (now.kind === 'citations') return { title: words.citations, href: paths.wholeText, places: [] };
  if (now.kind === 'notes') return { title: words.notes, href: paths.wholeText, places: [] };
  return null;
}

function ofTask(before: Task, now: Task): Omit<ChangedThing, 'id' | 'version'> {
  const ids = [...new Set([...before.requirements, ...now.requirements].map(({ id }) => id))];
  const places = ids.flatMap((id) => {
    const one = before.requirements.find((each) => each.id === id);
    const other = now.requirements.find((each) => each.id === id);
    const place = (name: string, text: (requirement: Requirement) => string): ChangedPlace => ({ name, before: one ? text(one) : '', after: other ? text(other) : '' });
    if (!one || !other) return [place(say(words.requirement, { requirement: id }), (each) => each.words)];
    return [
      place(say(words.requirement, { requirement: id }), (each) => each.words),
      place(say(words.requirementWhen, { requirement: id }), (each) => each.when),
      place(say(words.requirementEvidence, { requirement: id }), (each) => each.evidence.join('; ')),
      place(say(words.requirementOpen, { requirement: id }), (each) => (each.isOpen ? words.yes : words.no)),
    ];
  });
  const title = now.id === 'C' ? now.short : say(words.task, { task: now.id, short: now.short });
  return { title, href: paths.task(now.id), places: [{ name: words.name, before: before.short, after: now.short }, ...places] };
}

function ofOccasion(before: Occasion, now: Occasion): Omit<ChangedThing, 'id' | 'version'> {
  return {
    title: say(words.occasion, { occasion: now.shortTitle }),
    href: paths.calendar,
    places: [
      { name: words.name, before: before.title, after: now.title },
      { name: words.days, before: daysText(before), after: daysText(now) },
      { name: words.status, before: statusText(before), after: statusText(now) },
      { name: words.note, before: before.note, after: now.note },
    ],
  };
}

function daysText({ startsOn, endsOn }: Occasion): string {
  if (startsOn === null) return '';
  return endsOn === null || endsOn === startsOn ? dateText(startsOn) : `${dateText(startsOn)} – ${dateText(endsOn)}`;
}

function statusText({ status }: Occasion): string {
  return calendarWords[status];
}

function ofForm(before: Form, now: Form): Omit<ChangedThing, 'id' | 'version'> {
  const labels = (form: Form): string[] => form.fields.flatMap((field) => ('label' in field ? [field.label] : []));
  const without = (form: Form, other: Form): string => labels(form).filter((label) => !labels(other).includes(label)).join('; ');
  return {
    title: say(words.form, { form: now.label }),
    href: null,
    places: [
      { name: words.name, before: before.label, after: now.label },
      { name: words.fields, before: without(before, now), after: without(now, before) },
      { name: words.note, before: before.hint, after: now.hint },
    ],
  };
}

function ofDirective(before: Directive, now: Directive): Omit<ChangedThing, 'id' | 'version'> {
  const ids = [...new Set([...before.blocks, ...now.blocks].map(({ id }) => id))];
  const textOf = ({ blocks }: Directive, id: string): string => blocks.find((block) => block.id === id)?.text ?? '';
  const day = ({ issuedOn }: Directive): string => (issuedOn === null ? '' : dateText(issuedOn));
  return {
    title: words.directive,
    href: paths.wholeText,
    places: [
      { name: words.number, before: before.number ?? '', after: now.number ?? '' },
      { name: words.issuedOn, before: day(before), after: day(now) },
      { name: words.name, before: before.subject, after: now.subject },
      ...ids.map((id) => ({ name: words.passage, before: textOf(before, id), after: textOf(now, id) })),
    ],
  };
}

/** How many words stay around a change in a long text. */
const wordsAround = 6;
const longText = 160;

/** In long texts only what differs, with a few words on both sides. */
function shortened(place: ChangedPlace): ChangedPlace {
  const before = place.before.split(/\s+/);
  const after = place.after.split(/\s+/);
  if (place.before === '' || place.after === '' || Math.max(place.before.length, place.after.length) <= longText) return place;
  const least = Math.min(before.length, after.length);
  let start = 0;
  while (start < least && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < least - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const from = Math.max(0, start - wordsAround);
  const cut = (texts: readonly string[]): string => {
    const to = Math.min(texts.length, texts.length - end + wordsAround);
    return `${from > 0 ? '… ' : ''}${texts.slice(from, to).join(' ')}${to < texts.length ? ' …' : ''}`;
  };
  return { ...place, before: cut(before), after: cut(after) };
}
