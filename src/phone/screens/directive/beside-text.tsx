/** What stands beside the directive's own words and never in them: notes, and the documents that it names. */
import type { CitedDocument } from '../../../domain/cited-document.ts';
import type { TextNote } from '../../../domain/text-note.ts';
import { directiveWords as words } from '../../../i18n/directive-words.ts';
import { dateText } from '../../../i18n/format.ts';
import { say } from '../../../i18n/say.ts';
import { paths } from '../../paths.ts';

export function notePlace(id: string): string {
  return `ghi-chu-${id}`;
}

export function citedPlace(id: string): string {
  return `van-ban-${id}`;
}

export function Notes({ notes }: { notes: readonly TextNote[] }) {
  if (notes.length === 0) return null;
  return (
    <div class="text-notes" role="note">
      {notes.map((note) => (
        <p key={note.id} id={notePlace(note.id)} tabIndex={-1}>
          <strong>{words.note}</strong> {note.quote === '' ? note.text : say(words.noteAt, { quote: note.quote, text: note.text })}
        </p>
      ))}
    </div>
  );
}

export function CitedDocuments({ documents }: { documents: readonly CitedDocument[] }) {
  return (
    <ul class="card cited">
      {documents.map((document) => (
        <li key={document.id} id={citedPlace(document.id)} tabIndex={-1}>
          <strong>{document.title}</strong>
          <span class="muted">{issuedText(document)}</span>
          <span>{document.about}</span>
          {document.remark !== '' && <span class="muted">{document.remark}</span>}
          {!document.isChecked && <span class="muted">{words.citedUnchecked}</span>}
          <a class="tall-link" href={paths.block(document.blockId, document.quote)} aria-label={say(words.citedWhereOf, { title: document.title })}>{words.citedWhere}</a>
        </li>
      ))}
    </ul>
  );
}

function issuedText({ issuer, issuedOn, isDayInText }: CitedDocument): string {
  if (issuedOn === null) return issuer;
  return say(isDayInText ? words.citedIssued : words.citedLooked, { issuer, date: dateText(issuedOn) });
}
