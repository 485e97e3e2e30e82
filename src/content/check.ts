/**
 * The proof that the content is whole: the blocks give back the directive, the requirements leave no sentence of its
 * tasks and closing uncovered, and every reference leads somewhere.
 */
import type { CitedDocument } from '../domain/cited-document.ts';
import type { Directive } from '../domain/directive.ts';
import { wholeText } from '../domain/directive.ts';
import type { Figure } from '../domain/figure.ts';
import { figureFields } from '../domain/form.ts';
import type { Form } from '../domain/form.ts';
import { readIndicatorSet } from '../domain/indicator.ts';
import type { Indicator, IndicatorSet } from '../domain/indicator.ts';
import type { Occasion } from '../domain/occasion.ts';
import { periodsOfYear } from '../domain/period.ts';
import type { ReportCalendar } from '../domain/period.ts';
import { parsePublication } from '../domain/publication.ts';
import type { Publication } from '../domain/publication.ts';
import { baseDue } from '../domain/report-calendar.ts';
import type { Task } from '../domain/task.ts';
import type { TextNote } from '../domain/text-note.ts';
import { workingYearRange } from '../domain/time.ts';
import type { Unit } from '../domain/unit.ts';
import { citedDocuments2020, directive2020, directiveText2020, tasks2020, textNotes2020 } from './directive-2020.ts';
import { enteredFigures } from './figures.ts';
import { forms } from './forms.ts';
import { indicatorSet } from './indicators.ts';
import { occasions2020 } from './occasions-2020.ts';
import { publications2020 } from './publications-2020.ts';
import { reportCalendar } from './report-calendar.ts';
import { sampleActivities } from './sample-activities.ts';
import type { SampleActivity } from './sample-activities.ts';
import { sampleUnits } from './sample-units.ts';

export interface Content {
  readonly text: string;
  readonly directive: Directive;
  readonly tasks: readonly Task[];
  readonly citations: readonly CitedDocument[];
  readonly notes: readonly TextNote[];
  readonly occasions: readonly Occasion[];
  readonly forms: readonly Form[];
  readonly figures: readonly Figure[];
  readonly indicators: IndicatorSet;
  readonly calendar: ReportCalendar;
  readonly units: readonly Unit[];
  readonly activities: readonly SampleActivity[];
  readonly publications: readonly Publication[];
}

export interface ContentReport {
  /** What was looked at and counted, one line a question. */
  readonly lines: readonly string[];
  /** What does not hold; empty when the content is whole. */
  readonly problems: readonly string[];
}

/** The content of this version, as it is published. */
export function content2020(): Content {
  return {
    text: directiveText2020,
    directive: directive2020,
    tasks: tasks2020,
    citations: citedDocuments2020,
    notes: textNotes2020,
    occasions: occasions2020(null),
    forms,
    figures: enteredFigures,
    indicators: indicatorSet,
    calendar: reportCalendar,
    units: sampleUnits(),
    activities: sampleActivities(),
    publications: publications2020({ sample: true }),
  };
}

/** @returns what was counted and what does not hold; without an argument the content of this version is judged. */
export function checkContent(content: Content = content2020()): ContentReport {
  const parts = [checkText, checkQuotes, checkBeside, checkOccasions, checkForms, checkIndicators, checkCalendar, checkUnits, checkActivities, checkPublications].map((check) => check(content));
  return { lines: parts.flatMap((part) => part.lines), problems: parts.flatMap((part) => part.problems) };
}

function checkText({ text, directive }: Content): ContentReport {
  const whole = wholeText(directive);
  const problems: string[] = [];
  if (whole !== text) {
    let at = 0;
    while (whole[at] === text[at]) at += 1;
    problems.push(`directive: the blocks part from the text at character ${at}: “${text.slice(at, at + 40)}”`);
  }
  problems.push(...doubles('block', directive.blocks.map((block) => block.id)));
  return { lines: [`directive: ${directive.blocks.length} blocks give back ${text.length} characters`], problems };
}

/** Every quote stands in its block, and of each block nothing but spaces and punctuation is left without a quote. */
function checkQuotes({ directive, tasks }: Content): ContentReport {
  const problems = doubles('requirement', tasks.flatMap((task) => task.requirements.map((one) => one.id)));
  problems.push(...doubles('task', tasks.map((task) => task.id)));
  let quoteCount = 0;
  let wordCount = 0;
  let leftCount = 0;
  for (const task of tasks) {
    const block = directive.blocks.find((one) => one.id === task.blockId);
    if (block === undefined || block.taskId !== task.id) {
      problems.push(`task ${task.id}: no block ${task.blockId} of this task`);
      continue;
    }
    const covered = new Uint8Array(block.text.length);
    // The task's own number is its heading, not a sentence.
    covered.fill(1, 0, /^\d+\./.exec(block.text)?.[0].length ?? 0);
    for (const requirement of task.requirements) {
      if (!requirement.id.startsWith(`${task.id}.`)) problems.push(`requirement ${requirement.id}: stands in task ${task.id}`);
      for (const quote of requirement.quotes) {
        quoteCount += 1;
        const at = block.text.indexOf(quote);
        if (at < 0) problems.push(`requirement ${requirement.id}: not in block ${block.id}: “${quote}”`);
        // Only where it stands first: a short quote must not cover the same words of another sentence.
        else covered.fill(1, at, at + quote.length);
      }
    }
    wordCount += block.text.split(/\s+/).length;
    const left = uncovered(block.text, covered);
    leftCount += left.length;
    problems.push(...left.map((rest) => `task ${task.id}: no requirement covers “${rest}”`));
  }
  for (const block of directive.blocks) {
    if (block.taskId !== null && !tasks.some((task) => task.blockId === block.id)) problems.push(`block ${block.id}: no task stands on it`);
  }
  const ofNine = tasks.filter((task) => task.id !== 'C').flatMap((task) => task.requirements).length;
  const ofClosing = tasks.filter((task) => task.id === 'C').flatMap((task) => task.requirements).length;
  return {
    lines: [
      `requirements: ${ofNine} of ${tasks.filter((task) => task.id !== 'C').length} tasks and ${ofClosing} of the closing, with ${quoteCount} quotes found in their blocks`,
      `coverage: ${wordCount} words of the tasks and the closing, ${leftCount} pieces but spaces and punctuation without a requirement`,
    ],
    problems,
  };
}

/** What is said beside the text stands at words that are there. */
function checkBeside({ directive, citations, notes }: Content): ContentReport {
  const problems = [...doubles('cited document', citations.map((one) => one.id)), ...doubles('note', notes.map((one) => one.id))];
  for (const { id, blockId, quote } of [...citations, ...notes]) {
    if (blockId === null && quote === '') continue;
    const block = directive.blocks.find((one) => one.id === blockId);
    if (block?.text.includes(quote) !== true) problems.push(`${id}: not in block ${blockId}: “${quote}”`);
  }
  return { lines: [`beside the text: ${citations.length} cited documents and ${notes.length} notes, each at its words`], problems };
}

// What no quote holds, joined where only punctuation lies between; pieces without a letter or a digit are no words.
function uncovered(text: string, covered: Uint8Array): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && covered[at] === 0) piece += text[at];
    else {
      if (/[\p{L}\p{N}]/u.test(piece)) pieces.push(piece.trim());
      piece = '';
    }
  }
  return pieces;
}

function checkOccasions({ tasks, occasions }: Content): ContentReport {
  const problems = doubles('occasion', occasions.map((occasion) => occasion.id));
  const requirements = new Map(tasks.flatMap((task) => task.requirements.map((one) => [one.id, one] as const)));
  let count = 0;
  for (const occasion of occasions) {
    if ((occasion.startsOn === null) !== (occasion.endsOn === null)) problems.push(`occasion ${occasion.id}: one of its days is missing`);
    if (occasion.startsOn !== null && occasion.endsOn !== null && occasion.endsOn < occasion.startsOn) problems.push(`occasion ${occasion.id}: ends before it begins`);
    for (const id of occasion.requirementIds) {
      count += 1;
      if (requirements.get(id)?.occasionIds.includes(occasion.id) !== true) problems.push(`occasion ${occasion.id}: requirement ${id} does not name it`);
    }
  }
  for (const requirement of requirements.values()) {
    for (const id of requirement.occasionIds) {
      if (occasions.find((occasion) => occasion.id === id)?.requirementIds.includes(requirement.id) !== true) problems.push(`requirement ${requirement.id}: occasion ${id} does not name it`);
    }
    if (requirement.window !== null && requirement.window.to < requirement.window.from) problems.push(`requirement ${requirement.id}: its window ends before it begins`);
  }
  return { lines: [`occasions: ${occasions.length}, with ${count} references to requirements and back`], problems };
}

function checkForms({ tasks, forms: all, figures }: Content): ContentReport {
  const problems = doubles('form', all.map((form) => form.id));
  problems.push(...doubles('figure', figures.map((figure) => figure.key)));
  const requirementIds = new Set(tasks.flatMap((task) => task.requirements.map((one) => one.id as string)));
  const keys = new Set(figures.map((figure) => figure.key));
  let fieldCount = 0;
  let checkCount = 0;
  for (const figure of figures) {
    if (figure.max < figure.min) problems.push(`figure ${figure.key}: bounds`);
    if (figure.womenOf !== null && !keys.has(figure.womenOf)) problems.push(`figure ${figure.key}: unknown total ${figure.womenOf}`);
  }
  for (const form of all) {
    const own = new Set(figureFields(form).map((field) => field.key));
    const refuse = (what: string): void => void problems.push(`form ${form.id}: ${what}`);
    fieldCount += own.size;
    checkCount += form.checks.length;
    for (const key of own) if (!keys.has(key)) refuse(`unknown figure ${key}`);
    for (const field of figureFields(form)) if (typeof field.default === 'string' && !own.has(field.default)) refuse(`default of ${field.key} from ${field.default}`);
    for (const id of form.suggestedRequirementIds) if (!requirementIds.has(id)) refuse(`unknown requirement ${id}`);
    for (const [id, list] of Object.entries(form.mainByRequirement)) {
      if (!requirementIds.has(id)) refuse(`unknown requirement ${id}`);
      for (const key of list) if (!own.has(key)) refuse(`${id} shows ${key}, which is no field`);
    }
    for (const check of form.checks) {
      if (check.rule.op === 'later') refuse(`check ${check.id} cannot be read`);
      for (const key of keysOf(check.rule)) if (!own.has(key)) refuse(`check ${check.id} asks ${key}, which is no field`);
    }
    problems.push(...doubles(`form ${form.id}: check`, form.checks.map((check) => check.id)));
    if (!form.hasOwnScreen && !form.fields.some((field) => field.key === 'title')) refuse('no title');
  }
  const open = tasks.filter((task) => task.id !== 'C').flatMap((task) => task.requirements).filter((one) => one.isOpen);
  for (const requirement of open) {
    const usable = requirement.formIds.filter((id) => all.some((form) => form.id === id && !form.hasOwnScreen));
    if (usable.length === 0) problems.push(`requirement ${requirement.id}: open, but no form suggests it`);
  }
  return {
    lines: [
      `forms: ${all.length} with ${fieldCount} figure fields of ${figures.length} figures and ${checkCount} checks`,
      `open requirements: ${open.length}, each with a form`,
    ],
    problems,
  };
}

function keysOf(rule: Form['checks'][number]['rule']): readonly string[] {
  switch (rule.op) {
    case 'ge':
    case 'le':
      return [rule.a, rule.b].filter((key) => typeof key === 'string');
    case 'anyOf':
      return rule.fields;
    case 'perGt':
    case 'perWithin':
      return [rule.a, rule.per].filter((key) => typeof key === 'string');
    case 'dateNotFuture':
    case 'dateWithin':
    case 'anyOfMain':
    case 'applies':
    case 'noSameDayReqForm':
    case 'remind':
    case 'later':
      return [];
  }
}

/** Every rule of an indicator leads to requirements and figures that are there, and a part to its whole. */
function checkIndicators({ tasks, figures, indicators: { indicators } }: Content): ContentReport {
  const problems = doubles('indicator', indicators.map((one) => one.code));
  const requirementIds = new Set(tasks.flatMap((task) => task.requirements.map((one) => one.id as string)));
  const keys = new Set([...figures.map((figure) => figure.key), 'records']);
  const codes = new Set<string>(indicators.map((one) => one.code));
  for (const one of indicators) {
    const refuse = (what: string): void => void problems.push(`indicator ${one.code}: ${what}`);
    for (const from of sourcesOf(one)) {
      if ('figure' in from && !keys.has(from.figure)) refuse(`unknown figure ${from.figure}`);
      if ('figure' in from) for (const id of from.requirementIds) if (!requirementIds.has(id)) refuse(`unknown requirement ${id}`);
      if ('indicator' in from && !codes.has(from.indicator)) refuse(`unknown indicator ${from.indicator}`);
    }
    if (one.partOf !== null && !codes.has(one.partOf)) refuse(`part of an unknown ${one.partOf}`);
    if (one.method === 'sum' && one.womenFigure !== null && figures.find((figure) => figure.key === one.womenFigure)?.womenOf !== one.figure) refuse(`women are not of ${one.figure}`);
    if ((one.method === 'ratio') !== (one.rollUp === 'ratio')) refuse('a ratio is added up as one, and nothing else is');
  }
  const methods = new Map<string, number>();
  for (const one of indicators) methods.set(one.method, (methods.get(one.method) ?? 0) + 1);
  return { lines: [`indicators: ${indicators.length} (${[...methods].map(([method, count]) => `${count} ${method}`).join(', ')})`], problems };
}

function sourcesOf(indicator: Indicator): readonly ({ figure: string; requirementIds: readonly string[] } | { indicator: string } | { system: string })[] {
  if (indicator.method === 'ratio') return [indicator.numerator, indicator.denominator];
  return indicator.method === 'sum' || indicator.method === 'latest' || indicator.method === 'yesNo' ? [indicator] : [];
}

/** The closings end with the working year, every period is made of them in their order, and every report has its due days. */
function checkCalendar({ calendar }: Content): ContentReport {
  const problems = [...doubles('closing', calendar.closings.map((one) => one.key)), ...doubles('period', calendar.periods.map((one) => one.key))];
  const order = calendar.closings.map((one) => one.key);
  const days = periodsOfYear(calendar, calendar.firstYear);
  if (!workingYearRange(calendar.firstYear).to.endsWith(calendar.closings.at(-1)?.on ?? 'none')) problems.push('calendar: the last closing is not the end of the working year');
  for (const rule of calendar.periods) {
    const refuse = (what: string): void => void problems.push(`period ${rule.key}: ${what}`);
    const at = order.indexOf(rule.closings[0] ?? '');
    if (at < 0 || rule.closings.some((key, index) => order[at + index] !== key)) refuse('its closings do not follow each other');
    if (rule.kind === 'quarter' && rule.closings.length !== 1) refuse('a quarter has one closing');
    if (rule.besides !== null && !calendar.periods.some((one) => one.key === rule.besides)) refuse(`unknown view ${rule.besides}`);
    const period = days.find((one) => one.id.endsWith(`-${rule.key}`));
    for (const level of ['B', 'D', 'U', 'P'] as const) {
      if (rule.isReport && period !== undefined && baseDue(period, level, calendar) === null) refuse(`no due day for ${level}`);
    }
  }
  return { lines: [`calendar: ${calendar.closings.length} closings, ${calendar.periods.filter((one) => one.isReport).length} reports and ${calendar.periods.filter((one) => !one.isReport).length} views a year`], problems };
}

function checkUnits({ units }: Content): ContentReport {
  const problems = [...doubles('unit', units.map((unit) => unit.id)), ...doubles('unit code', units.map((unit) => unit.code))];
  const seen = new Set<string>();
  for (const unit of units) {
    if (unit.parentId !== null && !seen.has(unit.parentId)) problems.push(`unit ${unit.id}: no parent ${unit.parentId} before it`);
    if (unit.memberCount !== null && unit.womenCount !== null && unit.womenCount > unit.memberCount) problems.push(`unit ${unit.id}: more women than members`);
    if (unit.kind === 'grassroots' && unit.type === null) problems.push(`unit ${unit.id}: no type`);
    seen.add(unit.id);
  }
  return { lines: [`sample units: ${units.length}, of which ${units.filter((unit) => unit.kind === 'grassroots').length} grassroots`], problems };
}

function checkActivities({ tasks, occasions, forms: all, units, activities }: Content): ContentReport {
  const problems = doubles('sample', activities.map((sample) => sample.id));
  const requirements = new Map(tasks.flatMap((task) => task.requirements.map((one) => [one.id, one] as const)));
  for (const { id, unitId, activity } of activities) {
    const refuse = (what: string): void => void problems.push(`sample ${id}: ${what}`);
    if (!units.some((unit) => unit.id === unitId)) refuse(`unknown unit ${unitId}`);
    for (const one of [activity.requirementId, ...activity.alsoRequirementIds]) {
      if (requirements.get(one)?.isOpen !== true) refuse(`requirement ${one} is unknown or closed`);
    }
    if (activity.occasionId !== null && !occasions.some((occasion) => occasion.id === activity.occasionId)) refuse(`unknown occasion ${activity.occasionId}`);
    const form = all.find((one) => one.id === activity.formId && one.version === activity.formVersion);
    if (form === undefined) refuse(`unknown form ${activity.formId}`);
    const own = new Set(form === undefined ? [] : figureFields(form).map((field) => field.key));
    for (const key of Object.keys(activity.figures)) if (!own.has(key)) refuse(`figure ${key} is no field of ${activity.formId}`);
  }
  return { lines: [`sample activities: ${activities.length}`], problems };
}

function checkPublications({ publications }: Content): ContentReport {
  const problems = doubles('publication', publications.map((publication) => `${publication.id} ${publication.version}`));
  const kinds = new Map<string, number>();
  for (const { id, body } of publications) {
    const read = parsePublication(id, body);
    if (read.kind === 'malformed') problems.push(`publication ${id}: ${read.reason}`);
    if (read.kind === 'indicators' && readIndicatorSet(read.body) === null) problems.push(`publication ${id}: unreadable`);
    if (read.kind === 'later') problems.push(`publication ${id}: of no known kind`);
    kinds.set(read.kind, (kinds.get(read.kind) ?? 0) + 1);
  }
  const counts = [...kinds].map(([kind, count]) => `${count} ${kind}`).join(', ');
  return { lines: [`publications: ${publications.length} (${counts})`], problems };
}

function doubles(what: string, ids: readonly string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${what} ${id}: twice`);
}
