/**
 * Activation: a code on paper becomes a phone's token. The phone makes the secret itself and sends it along, so that
 * a lost reply burns nothing: the same code with the same secret is answered the same way again.
 */
import * as z from 'zod/mini';
import { DeviceId, OfficerId, UnitId } from '../domain/id.ts';
import { Instant, LocalDate } from '../domain/time.ts';
import { Unit } from '../domain/unit.ts';

export { activationAlphabet, activationCodeLength, foldActivationCode } from './activation-code.ts';

/** 256 bits of chance as base64url without padding: the token of every later exchange. Made by the phone. */
export const DeviceSecret = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));

/** An uncompressed P-256 point (65 bytes) as base64url. */
export const PublicKey = z.string().check(z.regex(/^[A-Za-z0-9_-]{87}$/));

/** `sign` and `open` are null on a phone whose browser cannot keep keys; the exchange needs none. */
export const DeviceKeys = z.object({ sign: z.nullable(PublicKey), open: z.nullable(PublicKey) });
export type DeviceKeys = z.infer<typeof DeviceKeys>;

/** `confirm: false` asks whose code this is and uses nothing up. */
export const ActivationRequest = z.discriminatedUnion('confirm', [
  z.object({ confirm: z.literal(false), code: z.string().check(z.maxLength(40)) }),
  z.object({ confirm: z.literal(true), code: z.string().check(z.maxLength(40)), secret: DeviceSecret, keys: DeviceKeys }),
]);
export type ActivationRequest = z.infer<typeof ActivationRequest>;

const NamedOfficer = z.object({ id: OfficerId, name: z.string() });

/** Reply to `confirm: false`: "Đây có phải là …?" */
export const ActivationPreview = z.object({
  unit: z.object({ id: UnitId, name: z.string() }),
  officer: NamedOfficer,
  expiresAt: Instant,
});
export type ActivationPreview = z.infer<typeof ActivationPreview>;

/** What a phone must know before its first pull; the full setting comes with the published content. */
export const ActivationSetting = z.object({
  sample: z.boolean(),
  workingDay: z.nullable(LocalDate),
  workingYear: z.int(),
});
export type ActivationSetting = z.infer<typeof ActivationSetting>;

/** Reply to `confirm: true`. Afterwards: `Authorization: Bearer <secret>` and `device` in every exchange. */
export const Activation = z.object({
  device: DeviceId,
  officer: NamedOfficer,
  unit: Unit,
  setting: ActivationSetting,
});
export type Activation = z.infer<typeof Activation>;
