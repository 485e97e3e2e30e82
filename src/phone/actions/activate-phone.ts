/**
 * Uses an activation code: the secret and the keys are made and kept first, then the code is redeemed, then the phone
 * belongs to its officer. Killed anywhere in between, the same code gives the same end. The journal is never touched.
 */
import { redeemActivation } from '../../device/activation-link.ts';
import type { ActivationAnswer } from '../../device/activation-link.ts';
import { makeKeyPairs, newSecret, publicKeys } from '../../device/keys.ts';
import { askToPersist } from '../../device/storage-health.ts';
import { troubleOf } from '../../device/trouble.ts';
import type { Trouble } from '../../device/trouble.ts';
import { instantOf } from '../../domain/time.ts';
import { foldActivationCode } from '../../sync/activation.ts';
import { markActivated } from '../activated-mark.ts';
import { openHands } from '../hands.ts';
import type { Hands } from '../hands.ts';

export type ActivationResult =
  | { readonly kind: 'done'; readonly hands: Hands }
  | { readonly kind: 'answer'; readonly answer: Exclude<ActivationAnswer<unknown>, { kind: 'done' }> }
  | { readonly kind: 'store'; readonly trouble: Trouble };

/** @param known the stores, where they are open already; @param isStarted whether their runner is at work: it must not listen twice. */
export async function activatePhone(code: string, known: Hands | null, isStarted = false): Promise<ActivationResult> {
  try {
    const hands = known ?? (await openHands());
    const { notebook, runner } = hands;
    const pending = await notebook.pendingActivation(foldActivationCode(code) ?? code, async () => ({ secret: newSecret(), keys: await makeKeyPairs() }));
    const answer = await redeemActivation({ code: pending.code, secret: pending.secret, keys: await publicKeys(pending.keys) });
    if (answer.kind !== 'done') return { kind: 'answer', answer };
    const { device, officer, unit, setting } = answer.value;
    await notebook.activate({
      token: pending.secret, deviceId: device, officer: { ...officer, unitId: unit.id }, unit, setting,
      activatedAt: instantOf(Date.now()), keys: pending.keys,
    });
    markActivated();
    void askToPersist();
    if (isStarted) runner.nudge('activated');
    else await runner.start();
    return { kind: 'done', hands };
  } catch (error) {
    return { kind: 'store', trouble: troubleOf(error) };
  }
}
