import { describe, expect, test } from 'vitest';
import { linkProblem, readLink } from '../../src/domain/web-link.ts';
import { setting } from '../make/activity-context.ts';

const hosts = setting.linkHosts;

describe('pages of the union, of offices and of the press may be named', () => {
  test.each([
    'https://congdoandienbien.org.vn/tin/thang-cong-nhan', 'https://www.congdoan.vn', 'https://dienbientv.vn/a?id=1', 'https://muongnhe.dienbien.gov.vn/x',
    'https://laodong.vn/cong-doan/bài-viết.html', 'https://www.facebook.com/congdoandienbien/posts/123', 'https://m.facebook.com/congdoandienbien',
  ])('%s', (link) => {
    expect(linkProblem(link, hosts)).toBeNull();
  });
});

describe('other places are refused, and so is what only looks like one of these', () => {
  test.each([
    ['https://example.com', 'link-foreign'], ['https://laodong.vn.example.com/', 'link-foreign'], ['https://xlaodong.vn', 'link-foreign'],
    ['https://facebook.com/profile.php?id=1', 'link-foreign'], ['https://facebook.com/groups/abc', 'link-foreign'], ['https://facebook.com/people/a/1', 'link-foreign'],
    ['https://facebook.com/', 'link-foreign'], ['https://facebook.com/share/p/abc', 'link-foreign'], ['https://facebook.com/Profile.php', 'link-foreign'],
    ['http://laodong.vn', 'link-bad'], ['javascript:alert(1)', 'link-bad'], ['https://laodong.vn@example.com', 'link-bad'], ['https://laodong.vn:8080/', 'link-bad'],
    ['https://laodong.vn/a b', 'link-bad'], ['https://laodong', 'link-bad'], ['https://laodong.vn/"><script>', 'link-bad'], ['https://lаodong.vn/', 'link-bad'],
    [`https://laodong.vn/${'a'.repeat(300)}`, 'text-too-long'],
  ])('%s: %s', (link, code) => {
    expect(linkProblem(link, hosts)).toMatchObject({ code, field: 'link' });
  });
});

test('a bare address gets its https, and the marks of a network that follows its readers are cut off', () => {
  expect(readLink('  laodong.vn/tin ', hosts)).toEqual({ link: 'https://laodong.vn/tin' });
  expect(readLink('https://laodong.vn/tin?fbclid=abc&utm_source=zalo', hosts)).toEqual({ link: 'https://laodong.vn/tin' });
  expect(readLink('https://laodong.vn/tin?id=7&fbclid=abc#phan-2', hosts)).toEqual({ link: 'https://laodong.vn/tin?id=7#phan-2' });
  expect(readLink('', hosts)).toEqual({ link: '' });
  expect(readLink('xem ở Zalo', hosts)).toMatchObject({ problem: { code: 'link-bad' } });
});
