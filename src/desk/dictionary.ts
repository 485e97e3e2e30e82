/** Says the codes of a record in words: labels of fields, values, flags. Until the reference has come, codes stand for themselves. */
import type { Activity } from '../domain/activity.ts';
import type { RequirementId, TaskId, UnitId } from '../domain/id.ts';
import type { Unit } from '../domain/unit.ts';
import { workingYearRange } from '../domain/time.ts';
import { deskWords as words } from '../i18n/desk-words.ts';
import { fieldWords } from '../i18n/field-words.ts';
import { dateText, numberText, weekdayDateText } from '../i18n/format.ts';
import { fill, say } from '../i18n/say.ts';
import { statementOf } from '../i18n/statement.ts';
import type { DeskReference } from '../sync/desk-protocol.ts';
import type { FieldKey } from '../domain/record-fields.ts';

export interface RequirementWords {
  readonly words: string;
  readonly quotes: readonly string[];
  readonly evidence: readonly string[];
  readonly countsOnly: boolean;
}

/** Says the keys that remarks carry: all that forms and decisions need of a dictionary. */
export interface FieldLabels {
  label(field: FieldKey): string;
}

export interface Dictionary extends FieldLabels {
  /** The value as shown; empty when the field was left blank. */
  value(body: Activity, field: FieldKey): string;
  /** `4. Học tập và làm theo Bác` */
  task(id: TaskId): string;
  /** The directive's own text of a task; empty while it is not known. */
  taskWords(id: TaskId): string;
  requirement(id: RequirementId): RequirementWords | null;
  formFigureKeys(body: Activity): readonly string[];
  unit(id: UnitId): Unit | null;
  /** What a soft check that the officer confirmed says, as a statement. */
  flag(id: string, body: Activity, unit: Unit | null): string;
}

const ownLabels: ReadonlyMap<string, string> = new Map(Object.entries(fieldWords));

export function openDictionary(reference: DeskReference | null): Dictionary {
  const tasks = new Map(reference?.tasks.map((task) => [task.id, task]));
  const requirements = new Map(reference?.tasks.flatMap((task) => task.requirements.map((each) => [each.id, each] as const)));
  const figures = new Map(reference?.figures.map((figure) => [figure.key, figure]));
  const occasions = new Map(reference?.occasions.map((occasion) => [occasion.id, occasion.title]));
  const checks = new Map(reference?.checks.map((check) => [check.id, check]));
  const units = new Map(reference?.units.map((unit) => [unit.id, unit]));

  const requirementText = (id: RequirementId): string => {
    const found = requirements.get(id);
    return found === undefined ? id : say(words.requirementLine, { id, words: found.words });
  };
  const formOf = (body: Activity) =>
    reference?.forms.find((form) => form.id === body.formId && form.version === body.formVersion)
    ?? reference?.forms.find((form) => form.id === body.formId);
  const figureText = (body: Activity, key: string): string => {
    const number = Object.hasOwn(body.figures, key) ? body.figures[key] : undefined;
    if (number === undefined) return '';
    const figure = figures.get(key);
    if (figure?.kind === 'yesNo') return number === 0 ? words.no : words.yes;
    return figure === undefined ? numberText(number) : say(words.figureWithUnit, { number: numberText(number), unit: figure.unit });
  };

  return {
    label: (field) => ownLabels.get(field) ?? figures.get(field)?.label ?? field,
    value(body, field) {
      switch (field) {
        case 'title':
        case 'note':
        case 'link':
          return body[field];
        case 'photos':
          return body.photos.length === 0 ? '' : say(words.photoCount, { count: body.photos.length });
        case 'requirementId':
          return requirementText(body.requirementId);
        case 'alsoRequirementIds':
          return body.alsoRequirementIds.map(requirementText).join('; ');
        case 'occasionId':
          return body.occasionId === null ? '' : occasions.get(body.occasionId) ?? body.occasionId;
        case 'formId':
          return formOf(body)?.label ?? body.formId;
        case 'heldOn':
          return weekdayDateText(body.heldOn);
        default:
          return figureText(body, field);
      }
    },
    task(id) {
      const short = tasks.get(id)?.short;
      if (short === undefined) return id;
      return id === 'C' ? short : say(words.taskChoice, { number: id, short });
    },
    taskWords: (id) => tasks.get(id)?.words ?? '',
    requirement: (id) => requirements.get(id) ?? null,
    formFigureKeys: (body) => formOf(body)?.figureKeys ?? [],
    unit: (id) => units.get(id) ?? null,
    flag(id, body, unit) {
      const check = checks.get(id);
      if (check === undefined) return say(words.flagUnknown, { id });
      const blanks: Record<string, string | number> = {};
      if (unit?.memberCount != null) blanks['members'] = numberText(unit.memberCount);
      if (check.ratio !== undefined) {
        const per = quotient(body, check.ratio);
        if (per !== null) blanks['per'] = numberText(per);
      }
      // The year's own check is the only one with {year}; {from} and {to} mean the working year there alone.
      if (check.sentence.includes('{year}') && reference !== null) {
        const { from, to } = workingYearRange(reference.setting.workingYear);
        Object.assign(blanks, { year: reference.setting.workingYear, from: dateText(from), to: dateText(to) });
      }
      return statementOf(fill(check.sentence, blanks));
    },
  };
}

function quotient(body: Activity, { a, per }: { readonly a: string; readonly per: string | number }): number | null {
  const whole = Object.hasOwn(body.figures, a) ? body.figures[a] : undefined;
  const parts = typeof per === 'number' ? per : Object.hasOwn(body.figures, per) ? body.figures[per] : undefined;
  return whole === undefined || parts === undefined || parts === 0 ? null : whole / parts;
}
