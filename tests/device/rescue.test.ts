/** What is left of a notebook when this version cannot read it. */
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { openNotebook } from '../../src/device/notebook.ts';
import { rescuedFile } from '../../src/device/rescue.ts';
import { openStore } from '../../src/device/store.ts';
import { RescueHeader, splitLine, unpackInside } from '../../src/sync/bundle.ts';
import { keyIdOf, openRescue } from '../../src/sync/seal.ts';
import { inflateSync } from 'node:zlib';
import { anOpenPair, subtle } from '../make/bundle.ts';
import { aDraft } from '../make/draft.ts';
import { anIdentity } from './notebook.cases.ts';

const nowMs = Date.parse('2020-05-15T07:00:00.000Z');

async function aNotebook(name: string): Promise<string> {
  const notebook = await openNotebook({ name });
  const identity = { ...(await anIdentity()), keys: null };
  await notebook.activate(identity);
  await notebook.saveDraft(aDraft());
  notebook.close();
  return identity.token;
}

test('[B10] without the province’s key the rows come out as plain text, and say so; the token stays on the phone', async () => {
  const token = await aNotebook('plain');
  const file = await rescuedFile(nowMs, { notebook: 'plain', mirror: 'no-mirror' });
  expect(file).toMatchObject({ isSealed: false, isWhole: true, rowCount: 1 });
  const text = Buffer.from(file?.bytes ?? []).toString();
  const { shelves } = JSON.parse(text) as { shelves: { drafts: object[]; meta: { key: string }[] } };
  expect(shelves.drafts).toEqual([aDraft()]);
  expect(shelves.meta.map(({ key }) => key)).toEqual(['head', 'identity']);
  expect(text).not.toContain(token);
});

test('[B10] with the province’s key only the province opens it', async () => {
  await aNotebook('sealed');
  const [server, stranger] = await Promise.all([anOpenPair(), anOpenPair()]);
  const mirror = await openStore({ name: 'mirror', shelves: { items: { key: ['kind', 'key'], indexes: {} } } });
  const body = { keyId: await keyIdOf(subtle, server.point), point: server.point };
  await mirror.write((page) => Promise.resolve(page.put('items', { kind: 'publication', key: 'sealkey', body: { id: 'sealkey', version: 1, audience: 'all', body } })));
  mirror.close();
  const file = await rescuedFile(nowMs, { notebook: 'sealed', mirror: 'mirror' });
  expect(file?.isSealed).toBe(true);
  const split = splitLine(file?.bytes ?? new Uint8Array(0));
  if (!split) throw new Error('no line');
  const header = RescueHeader.parse(split.header);
  const inside = await openRescue(subtle, header, split.line, split.rest, server);
  expect(inflateSync(unpackInside(inside ?? new Uint8Array(0))?.deflatedWords ?? new Uint8Array(0)).toString()).toContain(aDraft().draftId);
  expect(await openRescue(subtle, header, split.line, split.rest, stranger)).toBeNull();
});

test('nothing is made where there is nothing', async () => {
  await expect(rescuedFile(nowMs, { notebook: 'never-was', mirror: 'no-mirror' })).rejects.toThrow();
  expect((await indexedDB.databases()).some(({ name }) => name === 'never-was')).toBe(false);
});
