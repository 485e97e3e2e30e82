import { requirementFit } from '../../../domain/requirement-fit.ts';
import type { Requirement } from '../../../domain/requirement.ts';
import type { Task } from '../../../domain/task.ts';
import { directiveWords as words } from '../../../i18n/directive-words.ts';
import { say } from '../../../i18n/say.ts';
import { Button } from '../../../ui/button.tsx';
import { Card, Section } from '../../../ui/list.tsx';
import { InnerPage } from '../../parts/frame.tsx';
import { useUnit } from '../../queries.ts';
import type { Reference } from '../../reference.ts';
import { paths } from '../../routes.ts';

/** One task: its own sentences, then each requirement with what counts as evidence and where to record. */
export function TaskPage({ reference, task }: { reference: Reference; task: Task }) {
  const block = reference.directive?.blocks.find((each) => each.id === task.blockId);
  const title = task.id === 'C' ? words.closingTitle : say(words.taskTitle, { task: task.id });
  return (
    <InnerPage title={title} backHref={paths.directive}>
      <p class="task-short">{task.short}</p>
      <Section title={words.requirementsHeading} />
      {task.requirements.map((requirement) => <RequirementCard key={requirement.id} reference={reference} requirement={requirement} />)}
      {block && (
        <>
          <Section title={words.wordsHeading} />
          <Card><div class="card-inside verbatim"><p>{block.text}</p></div></Card>
        </>
      )}
    </InnerPage>
  );
}

function RequirementCard({ reference, requirement }: { reference: Reference; requirement: Requirement }) {
  const unit = useUnit();
  const fit = requirementFit(requirement, unit, { manyMembers: reference.setting.manyMembers });
  const { id, evidence, isOpen, countsOnly } = requirement;
  return (
    <Card>
      <div class="card-inside requirement">
        <h3><span class="digits">{id}</span> {requirement.words}</h3>
        <p class="muted">{say(words.when, { when: requirement.when })}</p>
        {evidence.length > 0 && <p class="muted">{say(words.evidence, { evidence: evidence.join('; ') })}</p>}
        {countsOnly && <p class="muted">{words.countsOnly}</p>}
        {fit === 'no' && <p class="muted">{words.notForUnit}</p>}
        {!isOpen && <p class="muted">{words.closed}</p>}
        {isOpen && fit !== 'no' && (
          <Button kind="other" small href={paths.newFor(id)} label={say(words.recordFor, { requirement: id })}>{words.record}</Button>
        )}
      </div>
    </Card>
  );
}
