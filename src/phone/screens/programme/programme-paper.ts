/** A programme as the document to be signed: its tasks in words, its items as the schedule of the appendix. */
import type { OfficeDocument } from '../../../documents/page-model.ts';
import { workProgrammeDocument } from '../../../documents/work-programme.ts';
import type { ProgrammeTask } from '../../../documents/work-programme.ts';
import { itemsOf, taskOfItem } from '../../../domain/programme.ts';
import type { Programme } from '../../../domain/programme.ts';
import { documentWords } from '../../../i18n/document-words.ts';
import { monthsText } from '../../../i18n/programme-words.ts';
import { say } from '../../../i18n/say.ts';
import type { ProgrammeFacts } from '../../programme-model.ts';
import { issuerOf } from '../report/paper-issuer.ts';

export { printedPage, wordFile } from '../report/report-paper.ts';

/** @param superior the direct upper union by name; empty where the phone does not know it, and the line is left for a pen. */
export function programmePaper(programme: Programme, { unit, reference }: Pick<ProgrammeFacts, 'unit' | 'reference'>, superior: string): OfficeDocument {
  const { workingYear } = programme;
  const { issuer, above } = issuerOf(unit, superior);
  const kept = itemsOf(programme).filter(([, item]) => item.isKept);
  const part = (id: string | null, title: string): ProgrammeTask[] => {
    const own = kept.filter(([key]) => taskOfItem(key) === id);
    return own.length === 0 ? [] : [{ title, text: '', items: own.map(([, item]) => ({ text: item.title, time: monthsText(item.months, workingYear), responsible: item.responsible })) }];
  };
  return workProgrammeDocument({
    unit: issuer,
    number: null, issuedOn: null, year: workingYear, addressees: [],
    lead: say(documentWords.programmeLead, { year: workingYear, unit: unit.name }), purpose: documentWords.programmePurpose,
    tasks: [...reference.tasks.flatMap(({ id, short }) => part(id, short)), ...part(null, documentWords.programmeOwn)],
    arrangement: documentWords.programmeArrangement, signer: { position: 'chair', name: '' }, recipients: above === '' ? [] : [above], drafter: 'TG',
  });
}
