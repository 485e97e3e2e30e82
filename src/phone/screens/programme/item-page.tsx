import { useState } from 'preact/hooks';
import { tappedMonth, wholeYear, yearMonths, holdsMonth } from '../../../domain/month-span.ts';
import type { MonthSpan } from '../../../domain/month-span.ts';
import { mostOwnTitle } from '../../../domain/programme.ts';
import type { ItemKey, ProgrammeItemDraft } from '../../../domain/programme.ts';
import { monthsText, programmeWords as words } from '../../../i18n/programme-words.ts';
import { reportPageWords as reportWords } from '../../../i18n/report-words.ts';
import { say } from '../../../i18n/say.ts';
import { Button } from '../../../ui/button.tsx';
import { Chips, Marked, TextField } from '../../../ui/field.tsx';
import { InnerPage } from '../../parts/frame.tsx';
import { paths } from '../../paths.ts';
import { usualRole } from '../../programme-model.ts';
import { goTo } from '../../router.ts';
import { withItem } from './programme-part.ts';
import type { ProgrammePageProps } from './programme-part.ts';
import { remarkAt } from './remarks-part.tsx';

/** One item: what it is, its months, who answers for it, whether it is in. */
export function ItemPage({ facts, draft, view, note, change, remove, undo, itemKey, isMend }: ProgrammePageProps & { itemKey: ItemKey; isMend: boolean }) {
  const { workingYear, reference, unit } = facts;
  const item = draft.items[itemKey];
  const back = isMend ? paths.programmeCheck(workingYear) : paths.programme(workingYear);
  const requirement = item?.requirementId ? reference.requirements.get(item.requirementId) : undefined;
  const title = item?.requirementId ? say(words.itemTitle, { requirement: item.requirementId }) : words.own;
  if (!item) return <InnerPage title={title} backHref={back} foot={undo}><p>{words.gone}</p></InnerPage>;
  const put = (next: Partial<ProgrammeItemDraft>): void => change(withItem(draft, itemKey, { ...item, ...next }));
  const remark = remarkAt(view, itemKey);
  return (
    <InnerPage
      title={title} backHref={back} note={note !== '' && <p class="muted digits" role="status">{note}</p>}
      foot={<div class="foot" role="region" aria-label={reportWords.foot}>{undo}<Button href={back}>{isMend ? reportWords.backToCheck : reportWords.next}</Button></div>}
    >
      <Marked id={`f-${itemKey}`} remark={remark}>
        {item.requirementId === null
          ? <TextField id="f-title" label={words.titleLabel} hint={words.titleHint} rows={2} maxLength={mostOwnTitle} spellCheck capitals="sentences" value={item.title} onValue={(text) => put({ title: text })} />
          : (
            <>
              <p><strong>{item.title}</strong></p>
              {requirement && <p class="muted digits">{say(words.when, { when: requirement.when })}</p>}
            </>
          )}
      </Marked>
      {item.isKept && (
        <>
          <Months months={item.months} year={workingYear} onMonths={(months) => put({ months })} />
          <Role role={item.responsible} usual={[usualRole(unit), ...(unit.kind === 'grassroots' ? [words.roleChair] : [])]} onRole={(responsible) => put({ responsible })} />
        </>
      )}
      {item.requirementId === null
        ? <Button kind="quiet" icon="bin" onClick={() => { remove(itemKey); goTo(back, true); }}>{words.remove}</Button>
        : <Button kind="other" onClick={() => put({ isKept: !item.isKept })}>{item.isKept ? words.takeOut : words.putBack}</Button>}
    </InnerPage>
  );
}

function Months({ months, year, onMonths }: { months: MonthSpan | null; year: number; onMonths: (months: MonthSpan | null) => void }) {
  // What stood there before is no end of a span that is being tapped now.
  const [isTapped, setTapped] = useState(false);
  const tap = (month: number): void => {
    setTapped(true);
    onMonths(tappedMonth(isTapped ? months : null, month));
  };
  return (
    <fieldset class="field" id="f-months">
      <legend>{words.monthsLabel}</legend>
      <p class="hint">{words.monthsHint}</p>
      <div class="months digits">
        {yearMonths.map((month) => (
          <button
            key={month} type="button" class="month" aria-pressed={months !== null && holdsMonth(months, month)} onClick={() => tap(month)}
          >
            <small>{words.month}</small> {month === 12 ? <small class="month-before">{say(words.decemberBefore, { year: year - 1 })}</small> : <span>{month}</span>}
          </button>
        ))}
      </div>
      <div class="months-chosen digits">
        <span role="status">{monthsText(months, year)}</span>
        <Button kind="quiet" small onClick={() => onMonths(wholeYear)}>{words.wholeYear}</Button>
      </div>
    </fieldset>
  );
}

/** Five roles a tap away; another one is written. */
function Role({ role, usual, onRole }: { role: string; usual: readonly string[]; onRole: (role: string) => void }) {
  const choices = [...usual, ...words.roles];
  const [isOther, setOther] = useState(role !== '' && !choices.includes(role));
  return (
    <>
      <Chips
        id="f-role" label={words.roleLabel} hint={words.roleHint} value={isOther ? 'other' : choices.includes(role) ? role : null}
        options={[...choices.map((value) => ({ value, label: value })), { value: 'other', label: words.roleOther }]}
        onValue={(value) => {
          setOther(value === 'other');
          onRole(value === 'other' ? '' : value);
        }}
      />
      {isOther && <TextField id="f-role-other" label={words.roleOther} spellCheck capitals="sentences" value={role} onValue={onRole} />}
    </>
  );
}
