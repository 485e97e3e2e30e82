import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { diskMirrorSubject, diskNotebookSubject, diskPhotosSubject, memoryMirrorSubject, memoryNotebookSubject, memoryPhotosSubject } from './device-subjects.ts';
import { mirrorCases } from './mirror.contract.ts';
import { notebookCases } from './notebook.contract.ts';
import { photosPortCases, photoStoreCases } from './photos.contract.ts';

describe.each([
  ['memory', memoryNotebookSubject],
  ['IndexedDB', diskNotebookSubject],
] as const)('a notebook of %s', (_name, open) => {
  it.each(notebookCases.map((each) => [each.title, each] as const))('%s', async (_title, { run }) => {
    await expect(open().then(run)).resolves.toBeUndefined();
  });
});

describe.each([
  ['memory', memoryMirrorSubject],
  ['IndexedDB', diskMirrorSubject],
] as const)('a mirror of %s', (_name, open) => {
  it.each(mirrorCases.map((each) => [each.title, each] as const))('%s', async (_title, { run }) => {
    await expect(open().then(run)).resolves.toBeUndefined();
  });
});

describe.each([
  ['memory', memoryPhotosSubject],
  ['IndexedDB', diskPhotosSubject],
] as const)('pictures of %s', (_name, open) => {
  it.each(photosPortCases.map((each) => [each.title, each] as const))('%s', async (_title, { run }) => {
    await expect(open().then(run)).resolves.toBeUndefined();
  });
});

describe("the phone's own pictures", () => {
  it.each(photoStoreCases.map((each) => [each.title, each] as const))('%s', async (_title, { run }) => {
    await expect(diskPhotosSubject().then(run)).resolves.toBeUndefined();
  });
});
