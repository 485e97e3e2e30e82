import type { Programme } from '../../../domain/programme.ts';
import { programmeChanges } from '../../../domain/programme-fields.ts';
import { itemPlanText, programmeWords as words } from '../../../i18n/programme-words.ts';
import { reportPageWords as reportWords } from '../../../i18n/report-words.ts';
import { say } from '../../../i18n/say.ts';
import { Button } from '../../../ui/button.tsx';
import { Section } from '../../../ui/list.tsx';
import { Notice } from '../../../ui/strip.tsx';
import { approvedBy } from '../../approved-by.ts';
import { mayMend } from '../../may-mend.ts';
import { InnerPage } from '../../parts/frame.tsx';
import { QuarantineNotice } from '../../parts/quarantine-notice.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { paths } from '../../paths.ts';
import { programmeIn } from '../../programme-body.ts';
import { isOnlyRead } from '../../programme-model.ts';
import type { ProgrammeFacts } from '../../programme-model.ts';
import type { RecordView } from '../../record-view.ts';
import { whyText } from '../../why-text.ts';
import { OtherYears } from './other-years.tsx';
import { PapersPart } from './papers-part.tsx';
import { ProgressPart } from './progress-part.tsx';
import { RemarksOfProgramme } from './remarks-part.tsx';

interface SentPageProps { view: RecordView; programme: Programme; facts: ProgrammeFacts; title: string; onMend: () => void; onAdopt: (() => void) | null }

/**
 * A programme that was handed in: where it stands, and how far the year is.
 * @param onAdopt where a draft of this phone was begun before a colleague sent the programme: its words go on as an edit of that one.
 */
export function SentPage({ view, programme, facts, title, onMend, onAdopt }: SentPageProps) {
  const { standing } = view;
  const previous = programmeIn(view.previousProgramme);
  const { workingYear } = programme;
  const isClosed = isOnlyRead(facts, view);
  const canMend = mayMend(view) && !isClosed;
  const why = whyText(view) || approvedBy(view);
  const changed = previous ? programmeChanges(previous, programme) : [];
  return (
    <InnerPage title={title} backHref={paths.reports}>
      <p class="row-state state-line"><StateTag standing={standing} />{why !== '' && <span class="muted">{why}</span>}</p>
      {view.receipt && <p class="digits selectable">{say(reportWords.receipt, { number: view.receipt.number })}</p>}
      {standing.qualifier === 'two-versions' && <OtherVersion programme={programme} other={programmeIn(view.otherProgramme)} />}
      <QuarantineNotice view={view} setting={facts.reference.setting} />
      <RemarksOfProgramme view={view} facts={facts} />
      {isClosed && <Notice tone="replaced" icon="replaced"><p class="digits">{say(words.yearClosed, { year: workingYear })}</p></Notice>}
      {standing.state === 'returned' && canMend && <div class="programme-way"><Button onClick={onMend}>{words.startMending}</Button></div>}
      {onAdopt && canMend && <div class="stack programme-way"><p>{words.strayDraft}</p><Button kind="other" onClick={onAdopt}>{words.adoptDraft}</Button></div>}
      <ProgressPart programme={programme} facts={facts} isClosed={isClosed} />
      {changed.length > 0 && (
        <>
          <Section title={reportWords.changes} />
          <ul class="card card-inside digits">
            {changed.map(({ key, title: name, before, after }) => <li key={key}>{say(words.changed, { title: name, before: itemPlanText(before, workingYear), after: itemPlanText(after, workingYear) })}</li>)}
          </ul>
        </>
      )}
      <div class="stack">
        {canMend && standing.state !== 'returned' && <Button kind="other" onClick={onMend}>{reportWords.change}</Button>}
        <Button kind="quiet" href={paths.record(view.recordId)}>{reportWords.toRecord}</Button>
      </div>
      <PapersPart programme={programme} facts={facts} title={title} />
      <OtherYears facts={facts} />
    </InnerPage>
  );
}

/** A colleague's words stand at the province meanwhile: seen before they are written over. */
function OtherVersion({ programme, other }: { programme: Programme; other: Programme | null }) {
  if (!other) return <Notice tone="returned" icon="returned" title={reportWords.twoVersions}><p>{reportWords.twoVersionsUnread}</p></Notice>;
  return (
    <Notice tone="returned" icon="returned" title={reportWords.twoVersions}>
      <p>{words.twoVersionsText}</p>
      <ul class="digits">
        {programmeChanges(programme, other).map(({ key, title, before: own, after: theirs }) => <li key={key}>{say(words.ownAndOther, { title, own: itemPlanText(own, programme.workingYear), other: itemPlanText(theirs, programme.workingYear) })}</li>)}
      </ul>
    </Notice>
  );
}
