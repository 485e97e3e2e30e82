import { reportPageWords as words } from '../../../i18n/report-words.ts';
import { say } from '../../../i18n/say.ts';
import { Card, ListItem, Section } from '../../../ui/list.tsx';
import { Notice, Tag } from '../../../ui/strip.tsx';
import type { ComponentChildren } from 'preact';
import type { IndicatorCode } from '../../../domain/indicator.ts';
import type { Report } from '../../../domain/report.ts';
import type { Sum, SumUnit } from '../../sum.ts';

const looks = {
  added: { tone: 'approved', icon: 'approved', word: words.unitAdded },
  late: { tone: 'queued', icon: 'clock', word: words.unitLate },
  edited: { tone: 'queued', icon: 'again', word: words.unitEdited },
  gone: { tone: 'error', icon: 'send_error', word: words.unitGone },
  received: { tone: 'received', icon: 'received', word: words.unitWaiting },
  returned: { tone: 'returned', icon: 'returned', word: words.unitReturned },
  none: { tone: 'replaced', icon: 'minus', word: words.unitNone },
} as const;

type Named = Pick<Report, 'reports'>;

/** How a unit stands to a report that was made: in the sum, behind it, or without anything. */
function lookOf({ recordId, state }: SumUnit, { reports }: Named, sum: Sum): keyof typeof looks {
  if (recordId === null || state === 'none') return 'none';
  const { late, edited, gone } = sum.since(reports);
  if (gone.includes(recordId)) return 'gone';
  if (edited.includes(recordId)) return 'edited';
  if (late.includes(recordId)) return 'late';
  return state === 'approved' ? 'added' : state;
}

/** Every unit that reports to this union, and what of it is in the sum. */
export function UnitsPart({ sum, named }: { sum: Sum; named: Named }) {
  const added = Object.keys(named.reports).length;
  return (
    <>
      <Section title={words.unitsBelow}><span class="muted digits">{say(words.unitsDone, { done: added, all: sum.units.length })}</span></Section>
      <Card>
        <ul>
          {sum.units.map((one) => {
            const { tone, icon, word } = looks[lookOf(one, named, sum)];
            return <li key={one.unit.id}><ListItem title={one.unit.name}><span class="row-state"><Tag tone={tone} icon={icon}>{word}</Tag></span></ListItem></li>;
          })}
        </ul>
      </Card>
    </>
  );
}

/** What came to the units' reports since: shown, and never slipped in. */
export function SinceSumNotice({ sum, named, children }: { sum: Sum; named: Named; children?: ComponentChildren }) {
  const { late, edited, gone } = sum.since(named.reports);
  const lines = [
    ...late.map((id) => [id, words.sinceLate] as const), ...edited.map((id) => [id, words.sinceEdited] as const), ...gone.map((id) => [id, words.sinceGone] as const),
  ];
  if (lines.length === 0) return null;
  return (
    <Notice tone="queued" icon="again">
      <p>{say(words.sinceSum, { count: lines.length })}</p>
      <ul class="remarks">{lines.map(([id, what]) => <li key={id}>{say(words.sinceLine, { unit: sum.nameOf(id), what })}</li>)}</ul>
      {children}
    </Notice>
  );
}

/** Who is not in the sum, each with what stands there. */
export function NotInSum({ sum, named }: { sum: Sum; named: Named & Pick<Report, 'missing'> }) {
  const missing = sum.units.filter((one) => named.missing.includes(one.unit.id));
  if (missing.length === 0) return null;
  return (
    <Notice tone="queued" icon="help">
      <p>{say(words.notInSum, { count: missing.length })}</p>
      <ul class="remarks">{missing.map((one) => <li key={one.unit.id}>{say(words.sinceLine, { unit: one.unit.name, what: inSentence(looks[lookOf(one, named, sum)].word) })}</li>)}</ul>
    </Notice>
  );
}

/** Approvals that the sum rests on and that have not left this phone. */
export function UnsentApprovals({ sum, named }: { sum: Sum; named: Named }) {
  const unsent = sum.units.filter(({ recordId, isUnsent }) => isUnsent && recordId !== null && Object.hasOwn(named.reports, recordId));
  if (unsent.length === 0) return null;
  return (
    <Notice tone="queued" icon="clock">
      <p>{say(words.unsent, { count: unsent.length })}</p>
      <ul class="remarks">{unsent.map((one) => <li key={one.unit.id}>{one.unit.name}</li>)}</ul>
      <p>{words.unsentHint}</p>
    </Notice>
  );
}

interface LackingProps { code: IndicatorCode; value: number | null | undefined; named: Pick<Report, 'missing'>; sum: Sum | null; children: ComponentChildren }

/** In place of a share without a number: whose report would say how many unions there are. What stands there else is its child. */
export function Lacking({ code, value, named, sum, children }: LackingProps) {
  const names = value == null ? sum?.lackingFor(code, named).map((one) => one.name) ?? [] : [];
  if (names.length === 0) return <>{children}</>;
  const [shown, rest] = [names.slice(0, 3).join(', '), names.length - 3];
  return <span class="muted">{say(words.lacking, { units: rest > 0 ? say(words.andMore, { units: shown, count: rest }) : shown })}</span>;
}

function inSentence(text: string): string {
  return `${text.slice(0, 1).toLocaleLowerCase('vi')}${text.slice(1)}`;
}
