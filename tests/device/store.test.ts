import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { openNotebook } from '../../src/device/notebook.ts';
import { troubleOf } from '../../src/device/trouble.ts';
import { refusal } from '../contract/claim.ts';
import { storeCases } from './store.cases.ts';

describe('a database of the phone', () => {
  it.each(storeCases.map((each, index) => [each.title, each, index] as const))('%s', async (_title, { run }, index) => {
    await expect(run(`store-${index}`)).resolves.toBeUndefined();
  });
});

describe('what the browser refuses has a name', () => {
  it('no IndexedDB at all', async () => {
    vi.stubGlobal('indexedDB', undefined);
    expect(troubleOf(await refusal(openNotebook({ name: 'nowhere' })))).toEqual({ code: 'storage-refused', cause: 'MissingAPIError' });
    vi.unstubAllGlobals();
  });

  it.each([
    ['storage-full', new DOMException('', 'QuotaExceededError')],
    ['storage-full', Object.assign(new Error('aborted'), { name: 'AbortError', cause: new DOMException('', 'QuotaExceededError') })],
    ['storage-full', Object.assign(new Error('The disk is full.'), { name: 'UnknownError' })],
    ['storage-refused', new DOMException('', 'SecurityError')],
    ['storage-blocked', Object.assign(new Error('held'), { name: 'OpenBlockedError' })],
    ['storage-broken', new DOMException('', 'UnknownError')],
    ['storage-broken', 'a word'],
  ] as const)('%s', (code, error) => {
    expect(troubleOf(error).code).toBe(code);
  });
});
