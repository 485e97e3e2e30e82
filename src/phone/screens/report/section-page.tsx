import { reportPageWords as words } from '../../../i18n/report-words.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { InnerPage } from '../../parts/frame.tsx';
import { paths } from '../../paths.ts';
import { remarksOf } from '../form/remarks.ts';
import type { ReportPageProps } from './report-part.ts';
import { sectionParts } from './report-sections.ts';

/** One section of the text. */
export function SectionPage({ facts, draft, view, note, change, part, isMend }: ReportPageProps & { part: string; isMend: boolean }) {
  const { period } = facts;
  const section = sectionParts.find((one) => one.part === part);
  if (!section) return null;
  const { key, title } = section;
  const back = isMend ? paths.reportCheck(period.id) : paths.report(period.id);
  return (
    <InnerPage
      title={title} backHref={back} note={note !== '' && <p class="muted digits" role="status">{note}</p>}
      foot={<div class="foot" role="region" aria-label={words.foot}><Button href={back}>{isMend ? words.backToCheck : words.next}</Button></div>}
    >
      <TextField
        id={`f-${key}`} label={words.sectionText} rows={12} spellCheck capitals="sentences" value={draft.sections[key]} remark={remarksOf(view).get(key)}
        onValue={(text) => change({ ...draft, sections: { ...draft.sections, [key]: text } })}
      />
    </InnerPage>
  );
}
