import type { RequirementId } from '../../../domain/id.ts';
import { taskOf } from '../../../domain/id.ts';
import { requirementFit } from '../../../domain/requirement-fit.ts';
import type { Requirement } from '../../../domain/requirement.ts';
import type { Unit } from '../../../domain/unit.ts';
import { formWords as words } from '../../../i18n/form-words.ts';
import { Icon } from '../../../ui/icon.tsx';
import type { Reference } from '../../reference.ts';
import { PickerPage } from './picker-page.tsx';

interface RequirementPickerProps {
  reference: Reference;
  unit: Unit;
  chosen: RequirementId | null;
  onPick: (id: RequirementId) => void;
  onClose: () => void;
}

/** Tasks, and under each its requirements that an activity may name; what is not given to this unit comes last. */
export function RequirementPicker({ reference, unit, chosen, onPick, onClose }: RequirementPickerProps) {
  const measure = { manyMembers: reference.setting.manyMembers };
  const isOurs = (requirement: Requirement): boolean => requirementFit(requirement, unit, measure) !== 'no';
  const open = reference.tasks.map((task) => ({ task, all: task.requirements.filter((requirement) => requirement.isOpen) }));
  const others = open.flatMap(({ all }) => all.filter((requirement) => !isOurs(requirement)));
  const rows = (requirements: readonly Requirement[]) =>
    requirements.map((requirement) => (
      <button key={requirement.id} type="button" class="item" aria-current={requirement.id === chosen} onClick={() => onPick(requirement.id)}>
        <span class="number digits">{requirement.id}</span>
        <span class="grow">{requirement.words}</span>
        {requirement.id === chosen && <Icon name="tick" />}
      </button>
    ));
  const chosenTask = chosen === null ? null : taskOf(chosen);
  return (
    <PickerPage title={words.pickTitle} onClose={onClose}>
      {open.map(({ task, all }) => {
        const ours = all.filter(isOurs);
        if (ours.length === 0) return null;
        return (
          <details key={task.id} class="fold card" open={task.id === chosenTask || undefined}>
            <summary><span class="badge digits">{task.id}</span><span class="grow">{task.short}</span><Icon name="down" /></summary>
            {rows(ours)}
          </details>
        );
      })}
      {others.length > 0 && (
        <details class="fold card">
          <summary><span class="grow">{words.notForUnit}</span><Icon name="down" /></summary>
          {rows(others)}
        </details>
      )}
    </PickerPage>
  );
}
