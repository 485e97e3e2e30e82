/** What a unit sent and no list of records holds is seen at the desk, with its reason. */
import { expect, test } from './journey.ts';
import { picture } from './picture.ts';

test('what a rule refused at the server stands under the list of the desk until the unit has mended it', async ({ newOfficer, newReviewer, province }) => {
  const officer = await newOfficer('c20');
  const { page } = officer;
  // An app that has lost its rules: what it sends is altered on its way out of the page.
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, value: unknown, key?: IDBValidKey) {
      const change = (value as { change?: { body?: { heldOn?: string } } } | null)?.change;
      if (change?.body?.heldOn) change.body.heldOn = '2031-01-01';
      return key === undefined ? put.call(this, value) : put.call(this, value, key);
    };
  });
  await page.goto(`${province.origin}/`);
  await officer.fillForm('24');
  await officer.save();
  await expect(page.getByText('Cần bổ sung', { exact: true })).toBeVisible();
  const reviewer = await newReviewer('/ban');
  const aside = reviewer.page.locator('.set-aside');
  await expect(aside).toContainText('Cần xử lý ở tỉnh (1)');
  await aside.locator('summary').click();
  await expect(aside).toContainText('Ngày này chưa tới');
  await picture(reviewer.page, 's-11-set-aside');
  await aside.scrollIntoViewIfNeeded();
  await reviewer.page.setViewportSize({ width: 360, height: 740 });
  await aside.scrollIntoViewIfNeeded();
  await picture(reviewer.page, 's-12-set-aside-narrow');
});
