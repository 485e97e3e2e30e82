import { taskOf } from '../../../domain/id.ts';
import { markQuotes } from '../../../domain/mark-quotes.ts';
import { programmeRequirement, reportRequirement } from '../../../domain/requirement.ts';
import { reviewWords as words } from '../../../i18n/review-words.ts';
import { say } from '../../../i18n/say.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Section } from '../../../ui/list.tsx';
import type { RecordView } from '../../record-view.ts';
import type { Reference } from '../../reference.ts';

/** The directive's exact sentences first, what proves that they were followed, and folded the whole text that they stand in. */
export function DirectivePart({ view, reference }: { view: RecordView; reference: Reference }) {
  // A report and a programme answer the directive's closing part (SPEC.md S11).
  const main = view.activity?.requirementId ?? (view.report ? reportRequirement : view.programme ? programmeRequirement : null);
  const ids = main === null ? [] : [main, ...(view.activity?.alsoRequirementIds ?? [])];
  const known = ids.flatMap((id) => reference.requirements.get(id) ?? []);
  if (known.length === 0) return <p class="muted">{words.directiveMissing}</p>;
  return (
    <>
      {known.map(({ id, words: asked, quotes, evidence }) => {
        const taskId = taskOf(id);
        const task = reference.tasks.find((one) => one.id === taskId);
        const whole = reference.directive?.blocks.find((block) => block.id === task?.blockId)?.text;
        return (
          <section key={id}>
            <Section title={taskId === 'C' ? words.directiveClosing : say(words.directiveTask, { number: taskId })} />
            <div class="card card-inside">
              <p class="asked"><span class="digits">{id}</span> {asked}</p>
              <blockquote class="directive-text">{quotes.map((quote) => <p key={quote}><mark>{quote}</mark></p>)}</blockquote>
              {evidence.length > 0 && <><h3>{words.evidence}</h3><ul class="evidence muted">{evidence.map((one) => <li key={one}>{one}</li>)}</ul></>}
              {whole !== undefined && (
                <details class="fold">
                  <summary><Icon name="down" />{words.directiveWhole}</summary>
                  <blockquote class="directive-text">{markQuotes(whole, quotes).map((passage) => (passage.isQuote ? <mark key={passage.from}>{passage.text}</mark> : passage.text))}</blockquote>
                </details>
              )}
            </div>
          </section>
        );
      })}
    </>
  );
}
