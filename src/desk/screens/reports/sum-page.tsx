import { deskReportWords as words } from '../../../i18n/desk-report-words.ts';
import { deskWords } from '../../../i18n/desk-words.ts';
import { dateText, numberText, timeText } from '../../../i18n/format.ts';
import { say } from '../../../i18n/say.ts';
import type { DeskRollUp } from '../../../sync/desk-report-protocol.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Notice } from '../../../ui/strip.tsx';
import type { Dictionary } from '../../dictionary.ts';
import { RefusalNotice } from '../../parts/refusal-notice.tsx';
import { stateWord } from '../../parts/state-tag.tsx';
import { reportAddressText } from '../../report-address.ts';
import type { ReportAddress } from '../../report-address.ts';
import { listId } from '../../use-deciding.ts';
import type { Loaded } from '../../use-loaded.ts';
import { givenText, measureText, periodText, valueText } from './report-words.ts';
import { sumSheet } from './sum-sheet.ts';

interface SumPageProps {
  sum: Loaded<DeskRollUp>;
  address: ReportAddress;
  dictionary: Dictionary;
  onGo: (to: ReportAddress) => void;
}

/** As many names stand open; more are folded, so that the numbers stay in sight on a narrow screen. */
const fewNames = 4;

/** The approved reports below and the unit's own activities, added up: each number with who gave it, and who is not in it. */
export function SumPage({ sum, address, dictionary, onGo }: SumPageProps) {
  const { value, isLoading, refusal, loadedAt, reload } = sum;
  const silent = value?.missing.filter(({ recordId, state }) => recordId === null || state === null) ?? [];
  const link = (to: ReportAddress, text: string) => (
    <a href={reportAddressText(to)} onClick={(event) => { if (event.ctrlKey || event.metaKey || event.shiftKey) return; event.preventDefault(); onGo(to); }}>{text}</a>
  );
  return (
    <section class="list-pane sum" id={listId} aria-labelledby="page-title" aria-busy={isLoading} tabIndex={-1}>
      <div class="list-head">
        <b class="digits" role="status">
          {value?.period != null && say(words.sumLead, { added: value.added.length, all: value.added.length + value.missing.length, own: value.ownCount })}
        </b>
        <span class="list-time digits">{loadedAt !== null && say(deskWords.updatedAt, { time: timeText(loadedAt) })}</span>
        {value?.period != null && (
          <>
            <button type="button" class="desk-button is-other" onClick={() => void download(value, dictionary)}>{words.download}</button>
            <button type="button" class="desk-button is-other" onClick={() => print()}>{words.print}</button>
          </>
        )}
        <button type="button" class="desk-button is-other is-icon" title={deskWords.reload} aria-label={deskWords.reload} onClick={reload}><Icon name="again" /></button>
      </div>
      {refusal !== null && <RefusalNotice refusal={refusal} onAgain={reload} title={words.sumFailed} />}
      {value === null && refusal === null && <p class="empty"><span class="late">{words.sumOpening}</span></p>}
      {value !== null && value.period === null && <p class="empty">{words.noPeriods}</p>}
      {value !== null && value.period !== null && (
        <div class={isLoading ? 'list-scroll is-old' : 'list-scroll'}>
          <h2 class="sum-title">{value.unitName} · {periodText(value.period)} <span class="row-unit digits">{say(words.periodDays, { from: dateText(value.period.from), to: dateText(value.period.to) })}</span></h2>
          {value.missing.length === 0
            ? <Notice tone="approved" icon="approved"><p>{words.sumWhole}</p></Notice>
            : (
              <Notice tone="queued" icon="send_error" title={say(words.sumMissing, { count: value.missing.length })}>
                <ul class="sum-missing">
                  {value.missing.map(({ unitId, unitName, recordId, state }) => recordId !== null && state !== null && (
                    <li key={unitId}>{link({ ...address, view: 'list', unit: null, recordId }, say(words.sumWaiting, { unit: unitName, state: stateWord(state) }))}</li>
                  ))}
                </ul>
                {silent.length > 0 && (
                  <details open={silent.length <= fewNames}>
                    <summary class="digits">{say(words.sumSilent, { count: silent.length })}</summary>
                    <p>{silent.map((one) => one.unitName).join('; ')}</p>
                  </details>
                )}
              </Notice>
            )}
          {value.added.some((one) => one.without.length > 0) && (
            <Notice tone="queued" icon="send_error">
              <ul class="sum-missing">
                {value.added.filter((one) => one.without.length > 0).map(({ unitId, unitName, recordId, without }) => (
                  <li key={unitId}>{link({ ...address, view: 'list', unit: null, recordId }, say(words.sumWithout, { unit: unitName, names: without.join('; ') }))}</li>
                ))}
              </ul>
            </Notice>
          )}
          <table class="sum-table">
            <caption class="unseen">{words.sumTitle}</caption>
            <thead>
              <tr>
                <th scope="col">{words.columnIndicator}</th>
                <th scope="col" class="column-wide">{words.columnMeasure}</th>
                <th scope="col" class="is-number">{words.columnSum}</th>
                <th scope="col" class="is-number">{words.columnWomen}</th>
                <th scope="col" class="is-number column-wide">{words.columnOwn}</th>
              </tr>
            </thead>
            {[...new Set(value.indicators.map((one) => one.taskId))].map((taskId) => (
              <tbody key={taskId}>
                <tr class="sum-task"><th scope="rowgroup" colSpan={5}>{dictionary.task(taskId)}</th></tr>
                {value.indicators.filter((one) => one.taskId === taskId).map((indicator) => {
                  const line = value.lines.find((one) => one.code === indicator.code);
                  const isNone = (line?.value ?? 0) === 0;
                  return (
                    <tr key={indicator.code} class={indicator.partOf === null ? undefined : 'is-part'}>
                      <th scope="row">
                        {indicator.label}
                        <span class="row-line">{measureText(indicator, false)}</span>
                        {line !== undefined && line.from.length > 0 && (
                          <details>
                            <summary>{say(words.fromUnits, { count: line.from.length })}</summary>
                            <ul>
                              {line.from.map((one) => (
                                <li key={one.recordId} class="digits">
                                  {link({ ...address, view: 'list', unit: null, recordId: one.recordId }, givenText(one))}
                                </li>
                              ))}
                            </ul>
                          </details>
                        )}
                      </th>
                      <td class="column-wide">{measureText(indicator, false)}</td>
                      <td class={isNone ? 'is-number is-none' : 'is-number'}>{line === undefined ? '' : line.value === null ? '–' : valueText(line.value, indicator, false)}</td>
                      <td class="is-number">{line?.women == null ? '' : numberText(line.women)}</td>
                      <td class="is-number column-wide">{line?.own == null || line.own === 0 ? '' : numberText(line.own)}</td>
                    </tr>
                  );
                })}
              </tbody>
            ))}
          </table>
        </div>
      )}
    </section>
  );
}

async function download(value: DeskRollUp, dictionary: Dictionary): Promise<void> {
  const { spreadsheetFile, spreadsheetType } = await import('../../../documents/spreadsheet.ts');
  const url = URL.createObjectURL(new Blob([spreadsheetFile(sumSheet(value, (taskId) => dictionary.task(taskId)))], { type: spreadsheetType }));
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = `tong-hop-${value.period?.id ?? ''}-${value.unitId}.xlsx`;
  anchor.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
