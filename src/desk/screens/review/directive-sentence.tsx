import type { Activity } from '../../../domain/activity.ts';
import { taskOf } from '../../../domain/id.ts';
import type { RequirementId } from '../../../domain/id.ts';
import { deskWords as words } from '../../../i18n/desk-words.ts';
import { say } from '../../../i18n/say.ts';
import type { Dictionary } from '../../dictionary.ts';
import { markQuotes } from '../../../domain/mark-quotes.ts';

/** What the directive asks, beside what was recorded: the requirement's own sentences marked in the text of its task. */
export function DirectiveSentence({ body, dictionary }: { body: Activity; dictionary: Dictionary }) {
  const task = taskOf(body.requirementId);
  const main = dictionary.requirement(body.requirementId);
  if (main === null) return null;
  const taskText = dictionary.taskWords(task);
  return (
    <section class="directive" aria-labelledby="directive-title">
      <h3 id="directive-title">{task === 'C' ? words.directiveClosing : say(words.directiveTitle, { number: task })}</h3>
      <p class="asked"><b>{body.requirementId}</b> {main.words}</p>
      {taskText === ''
        ? <Quotes quotes={main.quotes} />
        : (
          <blockquote>
            {markQuotes(taskText, main.quotes).map(({ from, text, isQuote }) => isQuote ? <mark key={from}>{text}</mark> : text)}
          </blockquote>
        )}
      {main.countsOnly && <p class="counts-only">{words.countsOnly}</p>}
      {body.alsoRequirementIds.map((id) => <Further key={id} id={id} dictionary={dictionary} />)}
      {main.evidence.length > 0 && (
        <>
          <h4>{words.evidenceTitle}</h4>
          <ul class="evidence">{main.evidence.map((each) => <li key={each}>{each}</li>)}</ul>
        </>
      )}
    </section>
  );
}

function Further({ id, dictionary }: { id: RequirementId; dictionary: Dictionary }) {
  const found = dictionary.requirement(id);
  if (found === null) return null;
  return (
    <>
      <p class="asked"><b>{id}</b> {found.words}</p>
      <Quotes quotes={found.quotes} />
    </>
  );
}

function Quotes({ quotes }: { quotes: readonly string[] }) {
  return <blockquote>{quotes.map((quote) => <p key={quote}><mark>{quote}</mark></p>)}</blockquote>;
}
