/**
 * Identifiers. A branded string per noun, so that a record is never looked up by the id of a change.
 * Chance and time come in as arguments: `domain` has neither.
 */
import * as z from 'zod/mini';

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** One saved edit of one record; made once, when the officer saves (UUID version 7). */
export const ChangeId = z.string().check(z.regex(uuidPattern)).brand<'ChangeId'>();
export type ChangeId = z.infer<typeof ChangeId>;

/** One record (an activity, later a report …) through all its editions (UUID version 7). */
export const RecordId = z.string().check(z.regex(uuidPattern)).brand<'RecordId'>();
export type RecordId = z.infer<typeof RecordId>;

/** A unit of the union: `p01`, `u07`, `c01`. Lower case letters, digits and hyphens, 2–24 of them. */
export const UnitId = z.string().check(z.regex(/^[a-z0-9-]{2,24}$/)).brand<'UnitId'>();
export type UnitId = z.infer<typeof UnitId>;

export const OfficerId = z.string().check(z.regex(/^[a-z0-9-]{2,40}$/)).brand<'OfficerId'>();
export type OfficerId = z.infer<typeof OfficerId>;

/** One activated phone. */
export const DeviceId = z.string().check(z.regex(uuidPattern)).brand<'DeviceId'>();
export type DeviceId = z.infer<typeof DeviceId>;

/** A requirement of the directive: `4.2a`, `C.1`. Its task is what stands before the dot. */
export const RequirementId = z.string().check(z.regex(/^([1-9]|C)\.[0-9]{1,2}[a-z]?$/)).brand<'RequirementId'>();
export type RequirementId = z.infer<typeof RequirementId>;

/** A task of the directive: `1` … `9`, or `C` for the closing obligation. */
export const TaskId = z.string().check(z.regex(/^([1-9]|C)$/)).brand<'TaskId'>();
export type TaskId = z.infer<typeof TaskId>;

export const OccasionId = z.string().check(z.regex(/^[a-z0-9-]{2,40}$/)).brand<'OccasionId'>();
export type OccasionId = z.infer<typeof OccasionId>;

export const FormId = z.string().check(z.regex(/^[a-z0-9-]{2,40}$/)).brand<'FormId'>();
export type FormId = z.infer<typeof FormId>;

/** The task that a requirement belongs to: `4.2a` → `4`. */
export function taskOf(requirement: RequirementId): TaskId {
  return TaskId.parse(requirement.slice(0, requirement.indexOf('.')));
}

/**
 * A UUID of version 7 (RFC 9562): 48 bits of milliseconds, then chance.
 * @param now milliseconds since 1970; @param random 10 bytes of chance.
 */
export function uuidV7(now: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16);
  let rest = Math.max(0, Math.floor(now));
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes.set(random.subarray(0, 10), 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/**
 * The id of a record that a unit has once, the same on every phone: two officers without a signal write two versions of
 * one record, and not two records. A UUID of version 8 (RFC 9562: made by a rule of our own).
 * @param text names the record among all of all kinds and units.
 */
export function recordIdOf(text: string): RecordId {
  const hex = [0, 1, 2, 3].map((seed) => scatter(text, seed).toString(16).padStart(8, '0')).join('');
  return RecordId.parse(`${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`);
}

/** FNV-1a with the finish of MurmurHash3, once for each seed: spread is wanted here, not secrecy. */
function scatter(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1);
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
