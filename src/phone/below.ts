/** What an upper union's phone holds of the units that report to it: for the screens that review and add up. */
import { useMemo } from 'preact/hooks';
import { isOfKind } from '../device/mirror.ts';
import type { RecordBelow } from '../device/mirror.ts';
import type { Unit } from '../domain/unit.ts';
import { reportingBelow } from '../domain/unit-tree.ts';
import { usePhone } from './context.ts';
import { useLive, useWatched } from './queries.ts';
import type { Asked } from './queries.ts';

export interface Below {
  readonly units: readonly Unit[];
  readonly records: ReadonlyMap<string, RecordBelow>;
}

/** Read by the screens that need it, not at every start: an upper union has thousands of records below. */
export function useBelow(): Asked<Below> {
  const { hands, identity } = usePhone();
  const own = identity.unit.id;
  const units = useLive(() => hands.mirror.units(), [hands], isUnitKey);
  const records = useWatched<ReadonlyMap<string, RecordBelow>>((onRecords, onError) => hands.mirror.watchRecordsBelow(own, onRecords, onError), [hands, own]);
  return useMemo(() => ({
    value: units.value && records.value && { units: reportingBelow(identity.unit, units.value), records: records.value },
    error: units.error ?? records.error,
  }), [units.value, units.error, records.value, records.error, identity]);
}

const isUnitKey = isOfKind('unit');
