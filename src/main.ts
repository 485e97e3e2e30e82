/** The roof: one page, two apps. The desk never weighs on a phone, so each arrives by its own import. */
import { hasActivatedMark } from './phone/activated-mark.ts';

const root = document.getElementById('app');
if (root) {
  const isDesk = /^\/ban(\/|$)/.test(location.pathname);
  // Wanted on all but the first openings: asked for beside the door, not after it. The door itself tells what fails.
  if (!isDesk && hasActivatedMark()) import('./phone/app.tsx').catch(() => undefined);
  const app = isDesk ? import('./desk/start.ts') : import('./phone/start.ts');
  app.then(
    ({ start }) => start(root),
    // The link dropped in the middle of a first visit: nothing is kept yet that could speak. Begin again with the signal.
    () => addEventListener('online', () => location.reload(), { once: true }),
  );
}
