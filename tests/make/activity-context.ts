/** What the judge of an activity asks for, from the published content: the school c01 on 15/5/2020 unless told otherwise. */
import { directive2020, tasks2020 } from '../../src/content/directive-2020.ts';
import { enteredFigures } from '../../src/content/figures.ts';
import { forms } from '../../src/content/forms.ts';
import { occasions2020 } from '../../src/content/occasions-2020.ts';
import { publications2020 } from '../../src/content/publications-2020.ts';
import { sampleUnits } from '../../src/content/sample-units.ts';
import type { ActivityDraft } from '../../src/domain/activity.ts';
import type { ActivityContext } from '../../src/domain/activity-check.ts';
import { figuresByKey } from '../../src/domain/figure.ts';
import type { Form } from '../../src/domain/form.ts';
import type { FormId, RequirementId } from '../../src/domain/id.ts';
import type { Requirement } from '../../src/domain/requirement.ts';
import { Setting } from '../../src/domain/setting.ts';
import { requirementsById } from '../../src/domain/task.ts';
import { LocalDate } from '../../src/domain/time.ts';
import type { Unit } from '../../src/domain/unit.ts';

export const day = (text: string): LocalDate => LocalDate.parse(text);
export const figures = figuresByKey(enteredFigures);
export const requirements = requirementsById(tasks2020);
export const occasions = occasions2020(day('2020-05-15'));
export const setting = Setting.parse(publications2020({ sample: true }).find((one) => one.id === 'setting')?.body);
export { directive2020 as directive, tasks2020 as tasks };

export function form(id: string): Form {
  return existing(forms.find((one) => one.id === id), id);
}

export function requirement(id: string): Requirement {
  return existing(requirements.get(id as RequirementId), id);
}

export function unit(id: string): Unit {
  return existing(sampleUnits().find((one) => one.id === id), id);
}

export function aContext(overrides: Partial<ActivityContext> = {}): ActivityContext {
  return {
    unit: unit('c01'),
    form: form('hoi-nghi'),
    figures,
    requirements,
    occasions: new Map(occasions.map((occasion) => [occasion.id, occasion])),
    setting,
    today: day('2020-05-15'),
    hasTwin: () => false,
    ...overrides,
  };
}

/** A conference of 28 people on the day before; complete and without anything to ask. */
export function aDraft(overrides: Partial<ActivityDraft> = {}): ActivityDraft {
  return {
    requirementId: '4.3' as RequirementId,
    alsoRequirementIds: [],
    occasionId: null,
    formId: 'hoi-nghi' as FormId,
    formVersion: 1,
    heldOn: day('2020-05-14'),
    title: 'Học tập chuyên đề năm 2020',
    figures: { attendances: '28', women: '17' },
    note: '',
    link: '',
    photos: [],
    confirmed: [],
    ...overrides,
  };
}

function existing<T>(value: T | undefined, id: string): T {
  if (value === undefined) throw new Error(`there is no ${id} in the content`);
  return value;
}
