import { expect, test } from 'vitest';
import { publications2020 } from '../../src/content/publications-2020.ts';
import { Directive } from '../../src/domain/directive.ts';
import type { FormId } from '../../src/domain/id.ts';
import type { Publication } from '../../src/domain/publication.ts';
import { Task } from '../../src/domain/task.ts';
import { formOf, readReference } from '../../src/phone/reference.ts';
import type { Reference } from '../../src/phone/reference.ts';
import { whatChanged } from '../../src/phone/screens/directive/what-changed.ts';
import { sampleToday } from '../make/reference.ts';

/** The reference after these were published anew, `from` replaced by `to` in their text. */
function renewed(changes: readonly { id: string; from: string; to: string }[]): Reference {
  const all = publications2020({ sample: true });
  const earlier: Publication[] = [];
  const now = all.map((one): Publication => {
    const change = changes.find(({ id }) => id === one.id);
    if (!change) return one;
    earlier.push(one);
    const text = JSON.stringify(one.body);
    expect(text).toContain(change.from);
    const body = JSON.parse(text.replaceAll(change.from, change.to)) as Record<string, unknown>;
    return { ...one, version: 2, body: (body['version'] === undefined ? body : { ...body, version: 2 }) as Publication['body'] };
  });
  return readReference(now, { sample: true, workingDay: sampleToday, workingYear: 2020 }, earlier);
}

function bodyOf(id: string): Publication['body'] {
  const found = publications2020({ sample: true }).find((one) => one.id === id);
  if (!found) throw new Error(`${id} is not published`);
  return found.body;
}

test('what was published once has not changed', () => {
  expect(whatChanged(renewed([]).renewals)).toEqual([]);
});

test('a task published anew says which requirement changed, before and now', () => {
  const [words] = Task.parse(bodyOf('task/4')).requirements;
  const [thing] = whatChanged(renewed([{ id: 'task/4', from: words?.words ?? '', to: 'Lời mới' }]).renewals);
  expect(thing).toMatchObject({ id: 'task/4', version: 2, href: '/chi-dao/4' });
  expect(thing?.title).toMatch(/^Nhiệm vụ 4\. /);
  expect(thing?.places).toEqual([{ name: `Nội dung ${words?.id}`, before: words?.words, after: 'Lời mới' }]);
});

test('of a long passage only what differs is shown, with a few words around it', () => {
  const long = Directive.parse(bodyOf('directive')).blocks.map(({ text }) => text).find((text) => text.split(/\s+/).length > 60) ?? '';
  const middle = long.split(/\s+/).slice(25, 33).join(' ');
  const [thing] = whatChanged(renewed([{ id: 'directive', from: middle, to: 'tám chữ khác hẳn' }]).renewals);
  const [place] = thing?.places ?? [];
  expect(place?.after).toContain('tám chữ khác hẳn');
  expect(place?.after.startsWith('… ')).toBe(true);
  expect(place?.after.split(' ').length).toBeLessThan(24);
});

test('the kind of a draft is found in the version it names, and the newest one is offered', () => {
  const reference = renewed([{ id: 'form/tuyen-duong', from: 'Tuyên dương', to: 'Biểu dương' }]);
  expect(formOf(reference, 'tuyen-duong' as FormId, 1)?.label).toBe('Tuyên dương');
  expect(formOf(reference, 'tuyen-duong' as FormId, 2)?.label).toBe('Biểu dương');
  expect(formOf(reference, 'tuyen-duong' as FormId, null)?.version).toBe(2);
  expect(reference.forms.filter(({ id }) => id === 'tuyen-duong')).toHaveLength(1);
});

test('of a kind of activity only the boxes that came or went are named', () => {
  const [thing] = whatChanged(renewed([{ id: 'form/tuyen-duong', from: 'Số cá nhân được tuyên dương', to: 'Số người được biểu dương' }]).renewals);
  expect(thing?.places).toEqual([{ name: 'Các ô', before: 'Số cá nhân được tuyên dương', after: 'Số người được biểu dương' }]);
});
