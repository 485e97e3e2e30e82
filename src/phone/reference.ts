/** Everything the province has published, read once and kept in memory until a newer version arrives. */
import type { Directive } from '../domain/directive.ts';
import type { Figure, FigureKey } from '../domain/figure.ts';
import { figuresByKey } from '../domain/figure.ts';
import type { Form } from '../domain/form.ts';
import type { FormId, OccasionId, RequirementId } from '../domain/id.ts';
import type { Occasion } from '../domain/occasion.ts';
import { parsePublication } from '../domain/publication.ts';
import type { Publication } from '../domain/publication.ts';
import type { Requirement } from '../domain/requirement.ts';
import type { Setting } from '../domain/setting.ts';
import type { Task } from '../domain/task.ts';
import { requirementsById } from '../domain/task.ts';
import { dayOf } from '../domain/time.ts';
import type { Instant, LocalDate } from '../domain/time.ts';
import type { ActivationSetting } from '../sync/activation.ts';

export interface Reference {
  readonly setting: Setting;
  readonly directive: Directive | null;
  /** The version of the directive as published; null before it has arrived. */
  readonly directiveVersion: number | null;
  readonly tasks: readonly Task[];
  readonly requirements: ReadonlyMap<RequirementId, Requirement>;
  readonly occasions: readonly Occasion[];
  readonly occasionsById: ReadonlyMap<OccasionId, Occasion>;
  readonly forms: readonly Form[];
  readonly figures: ReadonlyMap<FigureKey, Figure>;
  /** Whether the first download has brought what a form needs. */
  readonly isComplete: boolean;
}

/** What the province would set if it had said nothing yet: used until the first pull has come. */
const quietSetting = { manyMembers: 50, phone: null, linkHosts: [], knownNames: [] };

/**
 * @param publications as they lie in the mirror; what cannot be read, or is of a later kind, is left out.
 * @param early what the activation said, until the published setting is there.
 */
export function readReference(publications: readonly Publication[], early: ActivationSetting): Reference {
  const tasks: Task[] = [];
  const occasions: Occasion[] = [];
  const forms: Form[] = [];
  let setting: Setting = { ...quietSetting, ...early };
  let directive: Directive | null = null;
  let directiveVersion: number | null = null;
  let figures: readonly Figure[] = [];
  for (const { id, version, body } of publications) {
    const published = parsePublication(id, body);
    switch (published.kind) {
      case 'setting':
        setting = published.setting;
        break;
      case 'directive':
        directive = published.directive;
        directiveVersion = version;
        break;
      case 'figures':
        figures = published.figures;
        break;
      case 'task':
        tasks.push(published.task);
        break;
      case 'occasion':
        occasions.push(published.occasion);
        break;
      case 'form':
        forms.push(published.form);
        break;
      case 'later':
      case 'malformed':
        break;
    }
  }
  tasks.sort((one, next) => (one.id < next.id ? -1 : 1));
  occasions.sort((one, next) => ((one.startsOn ?? '9') < (next.startsOn ?? '9') ? -1 : 1));
  return {
    setting, directive, directiveVersion, tasks, requirements: requirementsById(tasks), occasions,
    occasionsById: new Map(occasions.map((occasion) => [occasion.id, occasion])), forms, figures: figuresByKey(figures),
    isComplete: tasks.length > 0 && forms.length > 0 && figures.length > 0,
  };
}

/** “Hôm nay”: the working day of the sample mode, else the day in Vietnam. */
export function todayOf(reference: Reference, now: Instant): LocalDate {
  return reference.setting.workingDay ?? dayOf(now);
}

/** The form in the very version that a text names; without a version, the newest. */
export function formOf(reference: Reference, formId: FormId | null, version: number | null): Form | null {
  const versions = reference.forms.filter((form) => form.id === formId);
  if (version !== null) return versions.find((form) => form.version === version) ?? null;
  return versions.reduce<Form | null>((newest, form) => (newest && newest.version > form.version ? newest : form), null);
}

/** Label of a field of an activity, as its form calls it; null for a key that nobody knows. */
export function figureLabel(reference: Reference, form: Form | null, key: string): string | null {
  const field = form?.fields.find((one) => one.key === key);
  return field?.label ?? reference.figures.get(key)?.label ?? null;
}
