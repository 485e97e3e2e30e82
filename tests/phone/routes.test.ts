import { expect, test } from 'vitest';
import { paths } from '../../src/phone/paths.ts';
import { parseRoute } from '../../src/phone/routes.ts';

const recordId = '01970000-0000-7000-8000-000000000001';

test.each([
  ['/', '', { name: 'home' }],
  ['/', '?tu=man-hinh-chinh', { name: 'home' }],
  ['/chi-dao', '', { name: 'directive' }],
  ['/chi-dao/4', '', { name: 'task', taskId: '4', requirementId: null }],
  ['/chi-dao/4', '?noi-dung=4.2a', { name: 'task', taskId: '4', requirementId: '4.2a' }],
  ['/chi-dao/4', '?noi-dung=<b>', { name: 'task', taskId: '4', requirementId: null }],
  ['/chi-dao/toan-van', '', { name: 'whole-text', place: null }],
  ['/chi-dao/toan-van', '?noi-dung=4.2a', { name: 'whole-text', place: { kind: 'requirement', id: '4.2a' } }],
  ['/chi-dao/toan-van', '?doan=t4&tu=m%C6%B0%E1%BB%9Dng', { name: 'whole-text', place: { kind: 'block', id: 't4', query: 'mường' } }],
  ['/chi-dao/toan-van', '?ghi-chu=t8-ntqc', { name: 'whole-text', place: { kind: 'note', id: 't8-ntqc' } }],
  ['/chi-dao/toan-van', '?van-ban=nq-35-nq-tw', { name: 'whole-text', place: { kind: 'cited', id: 'nq-35-nq-tw' } }],
  ['/tim', '', { name: 'search', query: '' }],
  ['/tim', '?tu=muong+nhe', { name: 'search', query: 'muong nhe' }],
  ['/tim/x', '', { name: 'unknown' }],
  ['/lich/', '', { name: 'calendar', occasionId: null }],
  ['/lich', '?dip=e0519', { name: 'calendar', occasionId: 'e0519' }],
  ['/lich', '?dip=<b>', { name: 'calendar', occasionId: null }],
  ['/so-gui', '', { name: 'outbox', search: '' }],
  ['/so-gui', '?nam=2020', { name: 'outbox', search: 'nam=2020' }],
  [`/so-gui/${recordId}`, '', { name: 'record', recordId, justSaved: false }],
  [`/so-gui/${recordId}`, '?vua-luu', { name: 'record', recordId, justSaved: true }],
  ['/ghi', '', { name: 'new', requirementId: null, occasionId: null, fresh: false, title: '' }],
  ['/ghi', '?dip=e0519', { name: 'new', requirementId: null, occasionId: 'e0519', fresh: false, title: '' }],
  ['/ghi', '?yeu-cau=4.2a', { name: 'new', requirementId: '4.2a', occasionId: null, fresh: false, title: '' }],
  ['/ghi', '?yeu-cau=<b>', { name: 'new', requirementId: null, occasionId: null, fresh: false, title: '' }],
  ['/ghi/abc', '', { name: 'draft', draftId: 'abc' }],
  ['/bao-cao', '', { name: 'reports' }],
  ['/bao-cao/2020-h1', '', { name: 'report', periodId: '2020-h1', part: null, isMend: false }],
  ['/bao-cao/2020-h1/4', '?xem-lai', { name: 'report', periodId: '2020-h1', part: '4', isMend: true }],
  ['/bao-cao/2020-h1/xem-lai', '', { name: 'report', periodId: '2020-h1', part: 'xem-lai', isMend: false }],
  ['/bao-cao/2020-h1/<b>', '', { name: 'unknown' }],
  ['/ghi', '?moi=&ten=G%E1%BA%B7p+m%E1%BA%B7t', { name: 'new', requirementId: null, occasionId: null, fresh: true, title: 'Gặp mặt' }],
  ['/chuong-trinh', '', { name: 'programme', year: null, part: null, isMend: false }],
  ['/chuong-trinh', '?nam=2020', { name: 'programme', year: 2020, part: null, isMend: false }],
  ['/chuong-trinh/xem-lai', '?nam=2020', { name: 'programme', year: 2020, part: 'xem-lai', isMend: false }],
  ['/chuong-trinh/4.2a', '?nam=2020&xem-lai', { name: 'programme', year: 2020, part: '4.2a', isMend: true }],
  ['/chuong-trinh/own0a1b2c3d', '?nam=x', { name: 'programme', year: null, part: 'own0a1b2c3d', isMend: false }],
  ['/chuong-trinh/<b>', '', { name: 'unknown' }],
  ['/chuong-trinh/4.2a/x', '', { name: 'unknown' }],
  ['/may', '', { name: 'device' }],
  ['/xet-duyet', '', { name: 'review-list', unitId: null }],
  ['/xet-duyet', '?don-vi=c01', { name: 'review-list', unitId: 'c01' }],
  ['/xet-duyet/dia-ban', '', { name: 'units-below' }],
  [`/xet-duyet/${recordId}`, '', { name: 'review', recordId, isReturning: false }],
  [`/xet-duyet/${recordId}/tra-lai`, '', { name: 'review', recordId, isReturning: true }],
  [`/xet-duyet/${recordId}/khac`, '', { name: 'unknown' }],
  ['/xet-duyet/1', '', { name: 'unknown' }],
  ['/chia-se', '', { name: 'share', isFull: false }],
  ['/chia-se', '?day', { name: 'share', isFull: true }],
  ['/tro-giup', '', { name: 'help' }],
  ['/k', '', { name: 'activation' }],
  ['/chi-dao/x', '', { name: 'unknown' }],
  ['/so-gui/1', '', { name: 'unknown' }],
  ['/may/x', '', { name: 'unknown' }],
  ['/ghi/a/b', '', { name: 'unknown' }],
  ['/nothing', '', { name: 'unknown' }],
])('the address %s%s leads where it says', (path, search, route) => {
  expect(parseRoute(path, search)).toEqual(route);
});

test('every address that the app links to is understood by it', () => {
  const all = [
    paths.home, paths.directive, paths.task('C'), paths.requirement('4.2a', '4'), paths.wholeText, paths.quote('4.2a'), paths.block('t4', 'Đảng & dân'), paths.note('t8-ntqc'),
    paths.cited('nq-35-nq-tw'), paths.search, paths.searchFor('Mường Nhé'), paths.calendar, paths.occasion('e0519'), paths.outbox, paths.record(recordId), paths.saved(recordId), paths.newActivity,
    paths.freshActivity, paths.newFor('1.1'), paths.newForOccasion('e0519'), paths.newTitled('Gặp mặt & thăm hỏi'), paths.draft('x'), paths.reports, paths.programme(2020), paths.programmeItem(2020, '4.2a'),
    paths.programmeMend(2020, 'own0a1b2c3d'), paths.programmeCheck(2020), paths.reviewList, paths.reviewListOf('c01'), paths.review(recordId), paths.giveBack(recordId), paths.unitsBelow, paths.device, paths.help, paths.share, paths.activation,
  ];
  for (const address of all) {
    const [path = '', search] = address.split('?');
    expect(parseRoute(path, search).name, address).not.toBe('unknown');
  }
});
