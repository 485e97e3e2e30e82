/** The contracts of the phone's stores, bundled for a real browser: `deviceContract.run(suite, index)`. */
import { notebookFileCases, notebookFiles } from '../device/notebook.cases.ts';
import { dexieMirrorSubject, dexieNotebookSubject, refusePuts } from './device-subjects.ts';
import { mirrorCases } from './mirror.contract.ts';
import { notebookCases } from './notebook.contract.ts';

export const deviceSuites = { notebook: notebookCases, mirror: mirrorCases, files: notebookFileCases } as const;
export type DeviceSuite = keyof typeof deviceSuites;

export interface DeviceContract {
  run(suite: DeviceSuite, index: number): Promise<void>;
}

export const deviceContract: DeviceContract = {
  run: async (suite, index) => {
    if (suite === 'notebook') await notebookCases[index]?.run(await dexieNotebookSubject());
    else if (suite === 'mirror') await mirrorCases[index]?.run(await dexieMirrorSubject());
    else await notebookFileCases[index]?.run(await notebookFiles(`files-${index}`, refusePuts));
  },
};
Object.assign(globalThis, { deviceContract });
