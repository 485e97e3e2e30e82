import { expect, test } from 'vitest';
import { bookOf } from '../../src/phone/book.ts';
import { parseRoute } from '../../src/phone/routes.ts';
import { SearchIndex } from '../../src/phone/search-index.ts';
import type { SearchGroup } from '../../src/phone/search-index.ts';
import { addressOf, directiveSources, helpSources, occasionSources, recordSources, requirementSources } from '../../src/phone/search-sources.ts';
import { bookData } from '../make/book.ts';
import { anActivity, anEntry, okay, settled } from '../make/record.ts';
import { aReference } from '../make/reference.ts';

const reference = aReference();
const entry = settled(anEntry({ activity: anActivity({ title: 'Thăm đoàn viên xã Mường Nhé', note: 'Có 12 suất quà' }) }), okay());
const { views } = bookOf(bookData({ entries: [entry] }), Date.parse('2020-05-15T09:00:00.000Z'), new Set());

const all = [...recordSources(views, reference), ...requirementSources(reference), ...directiveSources(reference), ...occasionSources(reference), ...helpSources()];
const index = new SearchIndex();
for (const group of new Set(all.map((one) => one.group))) index.offer(group, all.filter((one) => one.group === group));
index.fold(all.length);

function first(query: string, group: SearchGroup): string | undefined {
  return index.find(query).find((hits) => hits.group === group)?.sources[0]?.id;
}

test.each<[string, SearchGroup, string]>([
  ['thang cong nhan', 'requirements', '5.1'],
  ['4.2a', 'requirements', '4.2a'],
  ['gioi thieu ket nap', 'directive', 'block t3'],
  ['bao ve nen tang tu tuong', 'directive', 'block t6'],
  ['28/01/2008', 'directive', 'cited nq-20-nq-tw'],
  ['giai cap cong nhan viet nam thoi ky', 'directive', 'cited nq-20-nq-tw'],
  ['nghe thuat quan chung', 'directive', 'note t8-ntqc'],
  ['130 nam', 'occasions', 'e0519'],
  ['19/5/2020', 'occasions', 'e0519'],
  ['khong co song', 'help', 'Ghi một hoạt động'],
])('“%s” leads in %s to %s', (query, group, id) => {
  expect(first(query, group)).toBe(id);
});

test('a record is found by its title, its note, its day, its requirement and its receipt', () => {
  const id = views[0]?.recordId;
  for (const query of ['muong nhe', '12 suat qua', '15/5/2020', '2.5', 'C01-2020-A0412-K', 'hoi nghi']) expect(first(query, 'records'), query).toBe(id);
  expect(first('khong co', 'records')).toBeUndefined();
});

test('everything that can be found leads to a page that is there', () => {
  for (const source of all) {
    const [path = '', search] = addressOf(source, 'thử & tìm').split('?');
    expect(parseRoute(path, search).name, source.id).not.toBe('unknown');
  }
});

test('a record that was received gets another stamp, so that its receipt is found too', () => {
  const [before] = recordSources(views.map((view) => ({ ...view, receipt: null, edition: null })), reference);
  const [after] = recordSources(views, reference);
  expect(after?.stamp).not.toBe(before?.stamp);
});
