import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { content2020 } from '../../src/content/check.ts';
import { publications2020, sampleWorkingDay } from '../../src/content/publications-2020.ts';
import { sampleActivities } from '../../src/content/sample-activities.ts';
import { checkActivity } from '../../src/domain/activity-check.ts';
import { parsePublication, Publication } from '../../src/domain/publication.ts';
import { Setting } from '../../src/domain/setting.ts';
import { aContext, day, form, requirement, unit } from '../make/activity-context.ts';

test('a phone receives the whole content in a few seconds on a weak line: at most 45 kB deflated', () => {
  const bytes = Buffer.from(JSON.stringify(publications2020({ sample: true })));
  const deflated = deflateRawSync(bytes).length;
  console.log(`published content: ${bytes.length} bytes, ${deflated} deflated`);
  expect(deflated).toBeLessThanOrEqual(45_000);
});

test('a published thing is one version under one id, and no phone gets the opinion slip before its screen', () => {
  const all = publications2020({ sample: true });
  for (const publication of all) expect(() => Publication.parse(publication)).not.toThrow();
  expect(new Set(all.map((one) => one.id)).size).toBe(all.length);
  expect(all.map((one) => one.id)).not.toContain('form/phieu-dlxh');
});

test('the sample stands still on its working day, the real province does not', () => {
  const settingOf = (sample: boolean): Setting => Setting.parse(publications2020({ sample }).find((one) => one.id === 'setting')?.body);
  expect(settingOf(true)).toMatchObject({ sample: true, workingDay: '2020-05-15' });
  expect(settingOf(false)).toMatchObject({ sample: false, workingDay: null });
});

test('on the working day nothing that lies ahead is said to have happened', () => {
  for (const { id, body } of publications2020({ sample: true })) {
    const read = parsePublication(id, body);
    if (read.kind !== 'occasion' || read.occasion.startsOn === null || read.occasion.startsOn <= sampleWorkingDay) continue;
    expect(read.occasion.status, read.occasion.id).not.toBe('held');
  }
});

test('the cancelled festival stays cancelled, and what has no day is unconfirmed', () => {
  const { occasions } = content2020();
  expect(occasions.find((one) => one.id === 's-hoaban')?.status).toBe('cancelled');
  expect(occasions.filter((one) => one.startsOn === null).map((one) => one.status)).toEqual(['unconfirmed', 'unconfirmed', 'unconfirmed']);
});

test('every occasion fits one line of a small screen', () => {
  for (const occasion of content2020().occasions) expect(occasion.shortTitle.length, occasion.shortTitle).toBeLessThanOrEqual(33);
});

test('only the six requirements about people are counts only, and only four cannot be recorded', () => {
  const requirements = content2020().tasks.flatMap((task) => task.requirements);
  expect(requirements.filter((one) => one.countsOnly).map((one) => one.id)).toEqual(['3.4', '3.5', '6.2', '6.3', '6.6', '9.7']);
  expect(requirements.filter((one) => !one.isOpen).map((one) => one.id)).toEqual(['6.3', 'C.2', 'C.3', 'C.4']);
  expect(requirement('4.5').formIds[0]).toBe('tuyen-duong');
  expect(requirement('5.2').formIds[0]).toBe('doi-thoai');
});

test('a unit directly under the province is known as such', () => {
  expect(unit('c30').isDirect).toBe(true);
  expect(unit('c01').isDirect).toBe(false);
  expect(unit('c01').code).toBe('C01');
});

test.each(sampleActivities())('sample $id passes the judge that a phone and the server ask', ({ unitId, activity }) => {
  const { hard } = checkActivity(activity, aContext({ unit: unit(unitId), form: form(activity.formId), today: day('2020-12-31') }));
  expect(hard).toEqual([]);
});
