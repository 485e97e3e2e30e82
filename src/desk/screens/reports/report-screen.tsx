import { useMemo } from 'preact/hooks';
import { UnitId } from '../../../domain/id.ts';
import { PeriodId } from '../../../domain/period.ts';
import { deskReportWords as words } from '../../../i18n/desk-report-words.ts';
import { deskWords } from '../../../i18n/desk-words.ts';
import { say } from '../../../i18n/say.ts';
import type { DeskReportBoard, DeskReportDetail, DeskRollUp } from '../../../sync/desk-report-protocol.ts';
import type { DeskApi } from '../../api.ts';
import { boardStates, narrowed } from '../../board.ts';
import { openDictionary } from '../../dictionary.ts';
import { BoardFilters, FilterChoice, FilterForm } from '../../parts/board-filters.tsx';
import { DeskFrame } from '../../parts/desk-frame.tsx';
import { DeskMenu } from '../../parts/desk-menu.tsx';
import { stateWord } from '../../parts/state-tag.tsx';
import { emptyReportAddress, readReportAddress, reportAddressText } from '../../report-address.ts';
import type { ReportAddress } from '../../report-address.ts';
import { useAddress } from '../../use-address.ts';
import { useDeciding } from '../../use-deciding.ts';
import type { PartProps } from '../../use-deciding.ts';
import { useLoaded } from '../../use-loaded.ts';
import { useTitle } from '../../use-title.ts';
import { ReportDetail } from './report-detail.tsx';
import { ReportList } from './report-list.tsx';
import { periodText, reportLabels } from './report-words.ts';
import { SumPage } from './sum-page.tsx';

/** Báo cáo định kỳ: who has sent one and who has not, one report beside the list, and what they add up to. */
export function ReportScreen({ api, me, isEnded, onSessionEnd, onLogOut, onOpen }: PartProps) {
  const [address, go] = useAddress(readReportAddress, reportAddressText);
  const { recordId, periodId, view, unit, state } = address;
  const isList = view === 'list';
  const reference = useLoaded('reference', () => api.reference());
  const board = useLoaded(isList ? `list ${periodId ?? ''}` : null, () => api.reports(periodId));
  const sum = useLoaded(isList ? null : `sum ${periodId ?? ''} ${unit ?? ''}`, () => api.rollUp(periodId, unit));
  const record = useLoaded(isList ? recordId : null, (id) => api.report(id));
  const dictionary = useMemo(() => openDictionary(reference.value), [reference.value]);
  const deciding = useDeciding({
    api, me, isEnded, onSessionEnd, address: isList ? address : { ...address, recordId: null }, go, reference, record, lists: [board, sum], nameOf,
    toRecord: (to, id): ReportAddress => ({ ...to, view: 'list', recordId: id }),
  });
  const { detail } = deciding;
  const title = !isList ? words.sumTitle : state === null ? words.listTitle : state === 'missing' ? words.missing : stateWord(state);
  useTitle(detail === null ? title : say(deskWords.pageTitle, { page: nameOf(detail), product: title }));
  const units = reference.value?.units ?? [];
  const found = narrowed(board.value && { items: board.value.reports, missing: board.value.missing }, address, units);
  const unlock = async (shown: DeskReportDetail, edition: number, reason: string): ReturnType<DeskApi['unlock']> => {
    const answer = await api.unlock({ recordId: shown.item.recordId, edition, reason });
    if (!answer.ok && answer.refusal.code === 'session-missing') onSessionEnd();
    record.reload();
    board.reload();
    return answer;
  };
  const period = <PeriodChoice source={isList ? board.value : sum.value} onPeriod={(id) => deciding.go({ ...address, recordId: null, periodId: id })} />;
  return (
    <DeskFrame
      deciding={deciding} addressText={reportAddressText} me={me} onLogOut={onLogOut} title={title}
      menu={(
        <DeskMenu<ReportAddress>
          own={{
            reports: { to: { ...emptyReportAddress, periodId }, isCurrent: isList && state === null },
            sum: { to: { ...emptyReportAddress, view: 'sum', periodId }, isCurrent: !isList },
          }}
          under="reports" addressText={reportAddressText}
          states={!isList ? [] : boardStates.map((one) => ({
            to: { ...address, state: one.state, recordId: null }, icon: one.icon, title: one.state === 'missing' ? words.missing : stateWord(one.state),
            isCurrent: state === one.state, count: found.countOf(one.state),
          }))}
          onGo={deciding.go} onOpen={onOpen}
        />
      )}
      filters={isList
        ? <BoardFilters address={address} units={units} search={words.search} onGo={deciding.go}>{period}</BoardFilters>
        : (
          <FilterForm>
            {period}
            <FilterChoice
              label={words.sumUnit} value={sum.value?.unitId ?? ''} options={(sum.value?.uppers ?? []).map(({ unitId, unitName }) => ({ value: unitId, label: unitName }))}
              onValue={(id) => deciding.go({ ...address, recordId: null, unit: UnitId.safeParse(id).data ?? null })}
            />
          </FilterForm>
        )}
      list={isList
        ? <ReportList deciding={deciding} board={board} found={found} title={title} today={me.today} />
        : <SumPage sum={sum} address={address} dictionary={dictionary} onGo={deciding.go} />}
      labels={reportLabels(detail?.indicators ?? [], dictionary)} words={{ record: words.listTitle, back: words.back, opening: words.opening, openFailed: words.openFailed }}
    >
      {(shown, props) => (
        <ReportDetail
          key={shown.item.recordId} detail={shown} dictionary={dictionary} address={address} today={me.today} onOpen={onOpen}
          onUnlock={(edition, reason) => unlock(shown, edition, reason)} {...props}
        />
      )}
    </DeskFrame>
  );
}

function nameOf({ item }: DeskReportDetail): string {
  return `${item.title}, ${item.unitName}`;
}

/** A period that is looked at stands among the choices, whether or not it is asked any more. */
function PeriodChoice({ source, onPeriod }: { source: Pick<DeskReportBoard | DeskRollUp, 'period' | 'periods'> | null; onPeriod: (id: PeriodId | null) => void }) {
  const period = source?.period ?? null;
  const periods = source === null ? [] : period !== null && !source.periods.some((one) => one.id === period.id) ? [period, ...source.periods] : source.periods;
  return (
    <FilterChoice
      label={words.period} value={period?.id ?? ''} options={periods.map((one) => ({ value: one.id, label: periodText(one) }))}
      onValue={(id) => onPeriod(PeriodId.safeParse(id).data ?? null)}
    />
  );
}
