import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { refusePuts } from '../contract/device-subjects.ts';
import { notebookFileCases, notebookFiles } from './notebook.cases.ts';

describe('the notebook of the page', () => {
  it.each(notebookFileCases.map((each, index) => [each.title, each, index] as const))('%s', async (_title, { run }, index) => {
    await expect(notebookFiles(`files-${index}`, refusePuts).then(run)).resolves.toBeUndefined();
  });
});
