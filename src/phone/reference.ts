/** Everything the province has published, read once and kept in memory until a newer version arrives. */
import type { CitedDocument } from '../domain/cited-document.ts';
import type { Directive } from '../domain/directive.ts';
import type { Figure, FigureKey } from '../domain/figure.ts';
import { figuresByKey } from '../domain/figure.ts';
import type { Form } from '../domain/form.ts';
import type { FormId, OccasionId, RequirementId } from '../domain/id.ts';
import { soonDays } from '../domain/occasion.ts';
import type { Occasion } from '../domain/occasion.ts';
import type { ReportCalendar } from '../domain/period.ts';
import { parsePublication } from '../domain/publication.ts';
import type { Publication, Published } from '../domain/publication.ts';
import type { Requirement } from '../domain/requirement.ts';
import type { Setting } from '../domain/setting.ts';
import type { Task } from '../domain/task.ts';
import { requirementsById } from '../domain/task.ts';
import type { TextNote } from '../domain/text-note.ts';
import { addDays, dayOf, workingYearOf } from '../domain/time.ts';
import type { Instant, LocalDate } from '../domain/time.ts';
import type { ActivationSetting } from '../sync/activation.ts';

export interface Reference {
  readonly setting: Setting;
  readonly directive: Directive | null;
  /** The version of the directive as published; null before it has arrived. */
  readonly directiveVersion: number | null;
  /** Empty where the province has not published them. */
  readonly citations: readonly CitedDocument[];
  readonly notes: readonly TextNote[];
  readonly tasks: readonly Task[];
  readonly requirements: ReadonlyMap<RequirementId, Requirement>;
  /** As they stand around today: in another working year than the published one, computed for it. */
  readonly occasions: readonly Occasion[];
  /** As published, for one working year. */
  readonly publishedOccasions: readonly Occasion[];
  readonly occasionsById: ReadonlyMap<OccasionId, Occasion>;
  readonly forms: readonly Form[];
  /** Versions that a newer one took the place of: drafts and records are read by the one they name. */
  readonly earlierForms: readonly Form[];
  /** What was published anew, beside what it was before. */
  readonly renewals: readonly Renewal[];
  readonly figures: ReadonlyMap<FigureKey, Figure>;
  /** The newest published; null before it has arrived. */
  readonly calendar: ReportCalendar | null;
  /** The published list of indicators as it lies in the mirror: only a report reads it (`readIndicatorSet`). */
  readonly indicatorsBody: unknown;
  /** The same of versions that a newer one took the place of: a report is read by the one it names. */
  readonly earlierIndicators: readonly unknown[];
  /** Whether the first download has brought what a form needs. */
  readonly isComplete: boolean;
}

/** One thing that was published anew. */
export interface Renewal {
  readonly id: string;
  readonly version: number;
  readonly before: Published;
  readonly now: Published;
}

/** What the province would set if it had said nothing yet: used until the first pull has come. */
const quietSetting = { manyMembers: 50, phone: null, linkHosts: [], knownNames: [] };

/**
 * @param publications as they lie in the mirror; what cannot be read, or is of a later kind, is left out.
 * @param early what the activation said, until the published setting is there.
 * Forms, figures and the directive are read when they are first asked for: home needs none of them, and a cheap phone
 * counts every millisecond before its first page.
 */
export function readReference(publications: readonly Publication[], early: ActivationSetting, earlier: readonly Publication[] = []): Reference {
  const all = (kind: string): readonly Publication[] => publications.filter(({ id }) => id === kind || id.startsWith(`${kind}/`));
  const tasks = read(all('task')).flatMap((one) => (one.kind === 'task' ? [one.task] : [])).sort((one, next) => (one.id < next.id ? -1 : 1));
  const occasions = read(all('occasion')).flatMap((one) => (one.kind === 'occasion' ? [one.occasion] : []))
    .sort((one, next) => ((one.startsOn ?? '9') < (next.startsOn ?? '9') ? -1 : 1));
  const [published] = read(all('setting'));
  const directives = all('directive');
  const directive = once(() => read(directives).flatMap((one) => (one.kind === 'directive' ? [one.directive] : []))[0] ?? null);
  const citations = once(() => read(all('citations')).flatMap((one) => (one.kind === 'citations' ? one.documents : [])));
  const notes = once(() => read(all('notes')).flatMap((one) => (one.kind === 'notes' ? one.notes : [])));
  const forms = once(() => read(all('form')).flatMap((one) => (one.kind === 'form' ? [one.form] : [])));
  const earlierForms = once(() => read(earlier.filter(({ id }) => id.startsWith('form/'))).flatMap((one) => (one.kind === 'form' ? [one.form] : [])));
  const renewals = once(() => renewalsOf(publications, earlier));
  const figures = once(() => figuresByKey(read(all('figures')).flatMap((one) => (one.kind === 'figures' ? one.figures : []))));
  const calendar = once(() => read(all('calendar')).flatMap((one) => (one.kind === 'calendar' ? [one.calendar] : []))[0] ?? null);
  return {
    setting: published?.kind === 'setting' ? published.setting : { ...quietSetting, ...early },
    directiveVersion: directives[0]?.version ?? null,
    tasks,
    requirements: requirementsById(tasks),
    occasions,
    publishedOccasions: occasions,
    occasionsById: new Map(occasions.map((occasion) => [occasion.id, occasion])),
    isComplete: tasks.length > 0 && all('form').length > 0 && all('figures').length > 0,
    get directive() {
      return directive();
    },
    get citations() {
      return citations();
    },
    get notes() {
      return notes();
    },
    indicatorsBody: all('indicators')[0]?.body ?? null,
    earlierIndicators: earlier.filter(({ id }) => id === 'indicators').map(({ body }) => body),
    get calendar() {
      return calendar();
    },
    get forms() {
      return forms();
    },
    get earlierForms() {
      return earlierForms();
    },
    get renewals() {
      return renewals();
    },
    get figures() {
      return figures();
    },
  };
}

/** Whether the published occasions do not serve: today lies in another working year than theirs, or the next one is near. */
export function needsOtherYear(today: LocalDate, publishedYear: number): boolean {
  return workingYearOf(today) !== publishedYear || workingYearOf(addDays(today, soonDays)) !== publishedYear;
}

/** The same with its occasions as they stand around today. What is read when first asked for stays unread. */
export function withOccasions(reference: Reference, occasions: readonly Occasion[]): Reference {
  return Object.create(reference, {
    occasions: { value: occasions, enumerable: true },
    occasionsById: { value: new Map(occasions.map((occasion) => [occasion.id, occasion])), enumerable: true },
  }) as Reference;
}

function read(publications: readonly Publication[]): readonly Published[] {
  return publications.map(({ id, body }) => parsePublication(id, body));
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

function renewalsOf(publications: readonly Publication[], earlier: readonly Publication[]): readonly Renewal[] {
  const newestBefore = new Map<string, Publication>();
  for (const one of earlier) if ((newestBefore.get(one.id)?.version ?? 0) < one.version) newestBefore.set(one.id, one);
  return publications.flatMap(({ id, version, body }) => {
    const before = newestBefore.get(id);
    return before ? [{ id, version, before: parsePublication(id, before.body), now: parsePublication(id, body) }] : [];
  });
}

/** “Hôm nay”: the working day of the sample mode, else the day in Vietnam. */
export function todayOf(reference: Reference, now: Instant): LocalDate {
  return reference.setting.workingDay ?? dayOf(now);
}

/** The form in the very version that a text names; without a version, the newest. */
export function formOf(reference: Reference, formId: FormId | null, version: number | null): Form | null {
  const versions = reference.forms.filter((form) => form.id === formId);
  if (version !== null) return [...versions, ...reference.earlierForms].find((form) => form.id === formId && form.version === version) ?? null;
  return versions.reduce<Form | null>((newest, form) => (newest && newest.version > form.version ? newest : form), null);
}

/** Label of a field of an activity, as its form calls it; null for a key that nobody knows. */
export function figureLabel(reference: Reference, form: Form | null, key: string): string | null {
  const field = form?.fields.find((one) => one.key === key);
  return field?.label ?? reference.figures.get(key)?.label ?? null;
}
