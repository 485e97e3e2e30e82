/**
 * The one judge of a programme: the phone asks it before sending, the server before storing. Every problem stands at its
 * field (`itemField`).
 */
import type { RequirementId } from './id.ts';
import { taskOf } from './id.ts';
import { personalDataProblems } from './personal-data.ts';
import type { Problem } from './problem.ts';
import { problem } from './problem.ts';
import { itemField, itemsOf, mostItems, mostItemTitle, mostOwnTitle, mostProgrammeCharacters, mostResponsible } from './programme.ts';
import type { ItemKey, Programme, ProgrammeDraft, ProgrammeItem, ProgrammeItemDraft } from './programme.ts';
import type { FitMeasure } from './requirement-fit.ts';
import { requirementFit } from './requirement-fit.ts';
import type { Requirement } from './requirement.ts';
import type { LocalDate } from './time.ts';
import { workingYearOf } from './time.ts';
import type { Unit } from './unit.ts';

export interface ProgrammeContext {
  readonly unit: Unit;
  readonly requirements: ReadonlyMap<RequirementId, Requirement>;
  readonly measure: FitMeasure;
  readonly knownNames: readonly string[];
  readonly today: LocalDate;
}

export const programmeWarningKinds = ['task-left-out', 'role-missing', 'not-for-unit'] as const;

/** A question that the officer may answer with “đúng”; its words stand in `i18n/programme-words.ts`. */
export interface ProgrammeWarning {
  /** What stands in `Programme.confirmed` once it is answered. */
  readonly id: string;
  readonly kind: (typeof programmeWarningKinds)[number];
  readonly field: string;
  readonly blanks: Readonly<Record<string, string | number>>;
}

export interface ProgrammeVerdict {
  readonly hard: readonly Problem[];
  readonly soft: readonly ProgrammeWarning[];
}

/**
 * Judges what was typed. `hard` problems keep it from being sent and stored; `soft` ones ask once, unless `confirmed`
 * answers them. What was taken out is not judged but for its words: they travel with the rest. Never throws.
 */
export function checkProgramme(programme: ProgrammeDraft, context: ProgrammeContext): ProgrammeVerdict {
  const items = itemsOf(programme);
  const kept = items.filter(([, item]) => item.isKept);
  const hard: Problem[] = [...frameProblems(programme, context)];
  if (kept.length === 0) hard.push(problem('programme-empty', 'items'));
  if (items.length > mostItems) hard.push(problem('programme-too-many', 'items', { max: mostItems }));
  const seen = new Set<RequirementId>();
  for (const [key, item] of items) {
    hard.push(...itemProblems(key, item, context));
    const { requirementId } = item;
    if (requirementId === null) continue;
    if (seen.has(requirementId)) hard.push(problem('programme-twice', itemField(key), { requirement: requirementId }));
    seen.add(requirementId);
  }
  const characters = JSON.stringify(programme).length;
  if (characters > mostProgrammeCharacters) hard.push(problem('programme-too-long', 'items', { over: characters - mostProgrammeCharacters }));
  return { hard, soft: warnings(kept, context).filter((one) => !Object.hasOwn(programme.confirmed, one.id)) };
}

/** @returns the programme as it is sent, with its soft warnings, or every hard problem at once. */
export function readProgramme(
  draft: ProgrammeDraft, context: ProgrammeContext,
): { readonly programme: Programme; readonly soft: readonly ProgrammeWarning[] } | { readonly problems: readonly Problem[] } {
  const trimmed: ProgrammeDraft = {
    ...draft,
    items: Object.fromEntries(itemsOf(draft).map(([key, item]) => [key, { ...item, title: plain(item.title), responsible: plain(item.responsible) }])),
  };
  const { hard, soft } = checkProgramme(trimmed, context);
  if (hard.length > 0) return { problems: hard };
  // An item that was begun, given no months and taken out again was never planned.
  const items = itemsOf(trimmed).flatMap(([key, { months, ...item }]): [ItemKey, ProgrammeItem][] => (months === null || item.title === '' ? [] : [[key, { ...item, months }]]));
  return { programme: { ...trimmed, items: Object.fromEntries(items) }, soft };
}

function plain(text: string): string {
  return text.normalize('NFC').trim();
}

function frameProblems({ unitId, workingYear }: ProgrammeDraft, { unit, today }: ProgrammeContext): readonly Problem[] {
  return [
    ...(unitId === unit.id ? [] : [problem('programme-unit-wrong', 'unitId')]),
    // The next year's is written before it begins.
    ...(workingYear > workingYearOf(today) + 1 ? [problem('programme-year-ahead', 'workingYear', { year: workingYear })] : []),
  ];
}

function itemProblems(key: ItemKey, item: ProgrammeItemDraft, { requirements, knownNames }: ProgrammeContext): readonly Problem[] {
  const { requirementId, title, months, responsible, isKept } = item;
  const requirement = requirementId === null ? null : requirements.get(requirementId);
  const most = requirementId === null ? mostOwnTitle : mostItemTitle;
  const found: Problem[] = [];
  if (isKept && requirement === undefined) found.push(problem('requirement-unknown', itemField(key), { requirement: key }));
  if (isKept && title === '') found.push(problem('programme-title-missing', itemField(key, 'title')));
  if (isKept && months === null) found.push(problem('programme-month-missing', itemField(key, 'months'), { title }));
  if (title.length > most) found.push(problem('text-too-long', itemField(key, 'title'), { max: most }));
  if (responsible.length > mostResponsible) found.push(problem('text-too-long', itemField(key, 'responsible'), { max: mostResponsible }));
  // The directive's own words name whom they will.
  if (title !== requirement?.words) found.push(...personalDataProblems(title, itemField(key, 'title'), knownNames));
  found.push(...personalDataProblems(responsible, itemField(key, 'responsible'), knownNames));
  return found;
}

function warnings(kept: readonly (readonly [ItemKey, ProgrammeItemDraft])[], { unit, requirements, measure }: ProgrammeContext): readonly ProgrammeWarning[] {
  const found: ProgrammeWarning[] = [];
  const planned = new Set(kept.flatMap(([, { requirementId }]) => (requirementId === null ? [] : [taskOf(requirementId) as string])));
  const asked = new Set([...requirements.values()].filter((one) => requirementFit(one, unit, measure) === 'applies').map((one) => taskOf(one.id)));
  // The closing part is how the programme is kept, no task of its own.
  for (const task of asked) if (task !== 'C' && !planned.has(task)) found.push({ id: `task-left-out:${task}`, kind: 'task-left-out', field: 'items', blanks: { task } });
  for (const [key, { requirementId }] of kept) {
    const requirement = requirementId === null ? undefined : requirements.get(requirementId);
    if (requirement && requirementFit(requirement, unit, measure) === 'no') found.push({ id: `not-for-unit:${key}`, kind: 'not-for-unit', field: itemField(key), blanks: {} });
  }
  const [first, ...more] = kept.filter(([, { responsible }]) => responsible === '');
  if (first) found.push({ id: 'role-missing', kind: 'role-missing', field: itemField(first[0], 'responsible'), blanks: { count: more.length + 1 } });
  return found;
}
