/** Whose phone this is: what an activation left on it. */
import * as z from 'zod/mini';
import { DeviceId } from '../domain/id.ts';
import { Officer } from '../domain/officer.ts';
import { Instant } from '../domain/time.ts';
import { Unit } from '../domain/unit.ts';
import { ActivationSetting, DeviceSecret } from '../sync/activation.ts';
import type { KeyPairs } from './keys.ts';

/** Keys are objects of the browser; a row can only be trusted to hold both pairs or none. */
const StoredKeyPairs = z.custom<KeyPairs>((value) => typeof value === 'object' && value !== null && 'sign' in value && 'open' in value);

export const Identity = z.object({
  /** Sent as `Authorization: Bearer`; the server keeps only its hash. */
  token: DeviceSecret,
  deviceId: DeviceId,
  officer: Officer,
  unit: Unit,
  /** What must be known before the first pull; afterwards the published setting says more. */
  setting: ActivationSetting,
  activatedAt: Instant,
  keys: z.nullable(StoredKeyPairs),
});
export type Identity = z.infer<typeof Identity>;

/**
 * What an activation on its way needs again if the page dies before the reply: the same code with the same secret is
 * answered the same way, another secret finds the code used.
 */
export const PendingActivation = z.object({ code: z.string(), secret: DeviceSecret, keys: z.nullable(StoredKeyPairs) });
export type PendingActivation = z.infer<typeof PendingActivation>;
