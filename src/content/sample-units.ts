/** The units of the sample mode: public names of upper unions in 2020, and grassroots unions that are invented. */
import * as z from 'zod/mini';
import { Unit } from '../domain/unit.ts';
import grassroots from './data/sample-cdcs.json' with { type: 'json' };
import upperUnits from './data/sample-units.json' with { type: 'json' };

const rawUnits = z.array(z.object({
  id: z.string(),
  parent: z.nullable(z.string()),
  name: z.string(),
  kind: z.string(),
  type: z.optional(z.string()),
  members: z.optional(z.int()),
  women: z.optional(z.int()),
  seat: z.optional(z.string()),
}));

/** Parents stand before their children. The code of a sample unit is its id in capitals. */
export function sampleUnits(): readonly Unit[] {
  const raw = [...rawUnits.parse(upperUnits), ...rawUnits.parse(grassroots)];
  const groups = new Set(raw.filter((unit) => unit.kind === 'directGroup').map((unit) => unit.id));
  return raw.map((unit) => Unit.parse({
    id: unit.id,
    code: unit.id.toUpperCase(),
    parentId: unit.parent,
    kind: unit.kind,
    name: unit.name,
    type: unit.type ?? null,
    memberCount: unit.members ?? null,
    womenCount: unit.women ?? null,
    isDirect: unit.parent !== null && groups.has(unit.parent),
    ...(unit.seat === undefined ? {} : { seat: unit.seat }),
  }));
}
