/** Đơn vị: a unit of the union. Units are dated data, because they are merged and closed (Luật 97/2025/QH15). */
import * as z from 'zod/mini';
import { UnitId } from './id.ts';

/** P tỉnh · U công đoàn cấp trên trực tiếp cơ sở · B CĐCS · D CĐCS trực thuộc LĐLĐ tỉnh (also a B). */
export const Level = z.enum(['P', 'U', 'B', 'D']);
export type Level = z.infer<typeof Level>;

export const UnitKind = z.enum(['province', 'district', 'sector', 'publicEmployees', 'directGroup', 'grassroots']);
export type UnitKind = z.infer<typeof UnitKind>;

export const UnitType = z.enum([
  'school', 'health', 'communeOffice', 'stateOffice', 'publicService',
  'stateEnterprise', 'nonStateEnterprise', 'cooperative', 'other',
]);
export type UnitType = z.infer<typeof UnitType>;

/** `code` stands at the head of a receipt number: 2–8 of A–Z and 0–9, given when the unit is made. */
export const Unit = z.object({
  id: UnitId,
  code: z.string().check(z.regex(/^[A-Z0-9]{2,8}$/)),
  parentId: z.nullable(UnitId),
  kind: UnitKind,
  name: z.string().check(z.minLength(1), z.maxLength(160)),
  type: z.nullable(UnitType),
  memberCount: z.nullable(z.int()),
  womenCount: z.nullable(z.int()),
  /** Whether the parent is the group of direct unions: then the unit is a D as well as a B. */
  isDirect: z.boolean(),
  /** Địa danh of its papers: “Mường Nhé, ngày …”. Absent where nobody has said it: then the line is left for a pen. */
  seat: z.optional(z.string().check(z.minLength(1), z.maxLength(60))),
});
export type Unit = z.infer<typeof Unit>;

/** The levels a unit acts at: one, but two for a CĐCS directly under the province; none for a mere group. */
export function levelsOf(unit: Unit): readonly Level[] {
  switch (unit.kind) {
    case 'province':
      return ['P'];
    case 'district':
    case 'sector':
    case 'publicEmployees':
      return ['U'];
    case 'directGroup':
      return [];
    case 'grassroots':
      return unit.isDirect ? ['B', 'D'] : ['B'];
  }
}
