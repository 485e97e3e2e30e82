/** The files of the reviewer's pages: kept on upper unions' phones only, because the page asks the worker for them. */

/** The message to the worker. */
export const keepForReviewers = 'keep-for-reviewers';

/** Costs nothing where they are there already. Without a worker the browser's own cache has to do. */
export async function keepReviewerFiles(): Promise<void> {
  const container = (navigator as { serviceWorker?: ServiceWorkerContainer }).serviceWorker;
  (await container?.ready)?.active?.postMessage({ type: keepForReviewers });
}
