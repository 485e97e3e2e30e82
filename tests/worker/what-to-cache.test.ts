import { describe, expect, it } from 'vitest';
import { navigationDenyList } from '../../src/worker/what-to-cache.ts';

const isLeftToTheNetwork = (path: string): boolean => navigationDenyList.some((pattern) => pattern.test(path));

describe('what the worker answers from the phone', () => {
  it.each(['/', '/?tu=man-hinh-chinh', '/ghi', '/ghi/0197', '/so-gui', '/lich', '/chi-dao', '/may', '/tro-giup', '/chia-se', '/k', '/bang-diem', '/apiary'])(
    '%s starts without signal',
    (path) => {
      expect(isLeftToTheNetwork(path)).toBe(false);
    },
  );

  it.each(['/api', '/api/exchange', '/api?x=1', '/ban', '/ban/hoat-dong?task=4', '/ban?x', '/healthz', '/readyz'])('%s is asked of the server', (path) => {
    expect(isLeftToTheNetwork(path)).toBe(true);
  });
});
