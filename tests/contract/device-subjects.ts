/** Notebooks and mirrors to hold against their contracts. No test runner in here: a browser loads this too. */
import { openMirror } from '../../src/device/mirror.ts';
import type { Mirror } from '../../src/device/mirror.ts';
import { openNotebook } from '../../src/device/notebook.ts';
import type { DatabaseOptions, Notebook } from '../../src/device/notebook.ts';
import { openPhotos } from '../../src/device/photos.ts';
import type { Photos } from '../../src/device/photos.ts';
import { aDraft } from '../make/draft.ts';
import { emptyMirrorState, memoryMirror } from '../make/memory-mirror.ts';
import { emptyNotebookState, memoryNotebook } from '../make/memory-notebook.ts';
import { emptyPhotosState, memoryPhotos } from '../make/memory-photos.ts';
import type { MirrorSubject, TestedMirror } from './mirror.contract.ts';
import type { NotebookSubject, TestedNotebook } from './notebook.contract.ts';
import type { PhotosSubject } from './photos.contract.ts';

let count = 0;
function freshName(stem: string): string {
  count += 1;
  // Workers and their page share one origin: each names its stores after itself.
  return `${stem}-${(globalThis as { name?: string }).name ?? ''}-${count}`;
}

export function memoryNotebookSubject(): Promise<NotebookSubject> {
  const state = emptyNotebookState('lineage-one');
  const { gate, fillDisk } = fullDisk();
  return Promise.resolve({ notebook: memoryNotebook(state, { gate }), otherTab: memoryNotebook(state, { gate }), fillDisk });
}

export function memoryMirrorSubject(): Promise<MirrorSubject> {
  const state = emptyMirrorState();
  const { gate, fillDisk } = fullDisk();
  return Promise.resolve({ mirror: memoryMirror(state, { gate }), otherTab: memoryMirror(state, { gate }), fillDisk });
}

export async function diskNotebookSubject(): Promise<NotebookSubject> {
  const options = { name: freshName('notebook') };
  const [notebook, otherTab] = [await openNotebook(options), await openNotebook(options)];
  return { notebook: asTested(notebook), otherTab: asTested(otherTab), fillDisk: refusePuts };
}

export async function diskMirrorSubject(): Promise<MirrorSubject> {
  const options = { name: freshName('mirror') };
  const [mirror, otherTab] = [await openMirror(options), await openMirror(options)];
  return { mirror: asTestedMirror(mirror, options), otherTab: asTestedMirror(otherTab, options), fillDisk: refusePuts };
}

export function memoryPhotosSubject(): Promise<PhotosSubject> {
  const state = emptyPhotosState();
  const { gate, fillDisk } = fullDisk();
  const tab = (): PhotosSubject['photos'] => {
    const photos = memoryPhotos(state, { gate });
    return { ...photos, keep: ({ photo, bytes }) => photos.keep(photo.hash, bytes) };
  };
  return Promise.resolve({ photos: tab(), otherTab: tab(), fillDisk });
}

export function diskPhotosSubject(): Promise<PhotosSubject<Photos>> {
  const options = { name: freshName('photos') };
  return Promise.resolve({ photos: openPhotos(options), otherTab: openPhotos(options), fillDisk: refusePuts });
}

function asTested(notebook: Notebook): TestedNotebook {
  return {
    ...notebook,
    save: (saved) => notebook.submit({ ...saved, draftId: null, draft: aDraft({ recordId: saved.recordId, base: saved.base }) }),
    undo: async (changeId) => (await notebook.undo(changeId)).undone,
    entries: async () => (await notebook.entries({ limit: 1_000 })).toSorted((one, other) => one.change.seq - other.change.seq),
  };
}

function asTestedMirror(mirror: Mirror, options: DatabaseOptions): TestedMirror {
  return { ...mirror, items: () => allItems(options) };
}

/** Reads the store past our own code. */
function allItems({ name = '' }: DatabaseOptions): Promise<Awaited<ReturnType<TestedMirror['items']>>> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.addEventListener('error', () => reject(opening.error ?? new Error('not opened')));
    opening.addEventListener('success', () => {
      const reading = opening.result.transaction('items').objectStore('items').getAll();
      reading.addEventListener('success', () => {
        opening.result.close();
        resolve(reading.result as Awaited<ReturnType<TestedMirror['items']>>);
      });
    });
  });
}

function fullDisk(): { gate: (label: string) => Promise<void>; fillDisk: () => () => void } {
  let isFull = false;
  const gate = (label: string): Promise<void> =>
    isFull && label.endsWith(':before') ? Promise.reject(new DOMException('No room', 'QuotaExceededError')) : Promise.resolve();
  const fillDisk = (): (() => void) => {
    isFull = true;
    return () => {
      isFull = false;
    };
  };
  return { gate, fillDisk };
}

/** Lets reads pass and every write fail, as a full disk does. */
export function refusePuts(): () => void {
  const { put, add } = IDBObjectStore.prototype;
  const refuse = (): never => {
    throw new DOMException('No room', 'QuotaExceededError');
  };
  IDBObjectStore.prototype.put = refuse;
  IDBObjectStore.prototype.add = refuse;
  return () => {
    IDBObjectStore.prototype.put = put;
    IDBObjectStore.prototype.add = add;
  };
}
