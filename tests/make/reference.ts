/** What a phone reads after its first download in the sample mode: the real published content of 2020. */
import { publications2020 } from '../../src/content/publications-2020.ts';
import { sampleUnits } from '../../src/content/sample-units.ts';
import type { LocalDate } from '../../src/domain/time.ts';
import type { Unit } from '../../src/domain/unit.ts';
import { readReference } from '../../src/phone/reference.ts';
import type { Reference } from '../../src/phone/reference.ts';

export const sampleToday = '2020-05-15' as LocalDate;

export function aReference(): Reference {
  return readReference(publications2020({ sample: true }), { sample: true, workingDay: sampleToday, workingYear: 2020 });
}

export function aSchoolUnit(): Unit {
  const unit = sampleUnits().find((one) => one.id === 'c01');
  if (!unit) throw new Error('unit c01 is gone from the samples');
  return unit;
}
