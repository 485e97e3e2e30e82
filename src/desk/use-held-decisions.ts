import { useEffect, useRef, useState } from 'preact/hooks';
import type { DeskApi } from './api.ts';
import { holdDecisions, settleRepeat } from './held-decisions.ts';
import type { HeldDecision, HeldDecisions } from './held-decisions.ts';

/**
 * The decisions that are held or on their way; draws again whenever one of them moves.
 * @param answered called after every answer of the server.
 */
export function useHeldDecisions(api: DeskApi, reviewer: string, answered: (decision: HeldDecision) => void): HeldDecisions {
  const latest = useRef(answered);
  latest.current = answered;
  const [held] = useState(() => holdDecisions({
    later(ms, act) {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
    send: async (request, leaving) => settleRepeat(await api.review(request, leaving), request, reviewer),
    answered: (decision) => latest.current(decision),
  }));
  const [, draw] = useState(0);
  useEffect(() => held.listen(() => draw((turn) => turn + 1)), [held]);
  useEffect(() => {
    const leave = (): void => void held.leave();
    // A frozen page may be thrown away without another word.
    addEventListener('pagehide', leave);
    document.addEventListener('freeze', leave);
    return () => {
      removeEventListener('pagehide', leave);
      document.removeEventListener('freeze', leave);
      // Another part of the desk opens, where nobody could take them back any more.
      leave();
    };
  }, [held]);
  return held;
}
