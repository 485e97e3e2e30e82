/** One visit with signal is enough. After that the province may be dead and the phone switched off and on. */
import { expect, test } from './journey.ts';
import { phone } from './phone.ts';
import { reportPhone } from './report-phone.ts';

const visit = {
  requirementId: '2.3', alsoRequirementIds: [], occasionId: null, formId: 'tham-hoi', formVersion: 1, heldOn: '2020-05-14',
  title: 'Thăm hỏi đoàn viên ở điểm trường lẻ', figures: { beneficiaries: 4, beneficiaryWomen: 3, gifts: 4, valueK: 1200 }, note: '', link: '', confirmed: [],
};

const pages = [
  { path: '/', says: 'Việc cần làm' },
  { path: '/chi-dao', says: 'Đại hội Đảng' },
  { path: '/chi-dao/4', says: 'Học tập và làm theo' },
  { path: '/lich', says: 'Tháng 5' },
  { path: '/so-gui', says: 'Chăm lo Tết cho giáo viên cắm bản' },
  { path: '/ghi', says: 'Thuộc nhiệm vụ nào?' },
  { path: '/may', says: 'Liên lạc' },
  { path: '/tro-giup', says: 'Chờ gửi' },
  { path: '/k', says: 'Máy này đang dùng cho CĐCS' },
] as const;

/** The same of an upper union's phone, whose pages read the units below. */
const reviewerPages = [
  { path: '/', says: /^Chờ xem \(\d+\)$/ },
  { path: '/xet-duyet', says: /mục chờ xem|Đã xem hết/ },
  { path: '/xet-duyet/dia-ban', says: /^Báo cáo quý I 2020: đã nộp/ },
] as const;

test('[kI4, kI5] after one single visit every page starts cold without province and signal, with its content', async ({ mortalProvince: province, disk }) => {
  const first = await disk.open();
  // One visit: the link's page, from the code to home, without a reload.
  await phone(first).activate(province.origin, province.firstCode);
  await phone(first).installed();
  await province.kill();
  await disk.kill();

  const page = await disk.open();
  const missing: string[] = [];
  page.on('requestfailed', (request) => {
    // The manifest is what the browser installs from; no page needs it to start. What was asked for ahead of its time is
    // given up by the next step of this journey.
    const isGivenUp = request.failure()?.errorText === 'net::ERR_ABORTED' && request.resourceType() !== 'document';
    if (!isGivenUp && !/\/api\/|\.webmanifest$/.test(request.url())) missing.push(request.url());
  });
  const titles = new Set<string>();
  for (const { path, says } of pages) {
    await page.goto(`${province.origin}${path}`);
    await expect(page.getByRole('heading', { level: 1 }), path).toHaveCount(1);
    await expect(page.getByText(says).first(), path).toBeVisible();
    titles.add(await page.title());
  }
  expect(missing).toEqual([]);
  expect(titles.size, [...titles].join(' | ')).toBe(pages.length);
});

test('[kI4] a reviewer’s pages start cold without province and signal, down to one record and its return', async ({ mortalProvince: province, disk }) => {
  const first = await disk.open();
  await (await reportPhone(province, 'c01')).send('activity', visit);
  await phone(first).activate(province.origin, await province.invite('u07'));
  await phone(first).installed();
  // Home asks for their two chunks and one sheet after it stands.
  const keptCount = (): Promise<number> => first.evaluate(async () => {
    const [name = ''] = (await caches.keys()).filter((each) => each.startsWith('workbox-precache'));
    return (await (await caches.open(name)).keys()).filter(({ url }) => /assets\/(phone-review|returning)-/.test(url)).length;
  });
  await expect.poll(keptCount).toBe(3);
  await province.kill();
  // Files that came a moment ago are written to the disk in the browser's own time.
  await disk.close();

  const page = await disk.open();
  for (const { path, says } of reviewerPages) {
    await page.goto(`${province.origin}${path}`);
    await expect(page.getByText(says).first(), path).toBeVisible();
  }
  await page.goto(`${province.origin}/xet-duyet`);
  await page.getByRole('link').filter({ hasText: visit.title }).click();
  await expect(page.getByRole('tab', { name: 'Chỉ đạo' })).toBeVisible();
  const address = page.url();
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(visit.title);
  await page.goto(`${address}/tra-lai`);
  await expect(page.getByRole('button', { name: 'Trả lại để bổ sung' })).toBeVisible();
});
