import { useLayoutEffect, useRef } from 'preact/hooks';
import type { RecordId } from '../../../domain/id.ts';
import { deskWords as words } from '../../../i18n/desk-words.ts';
import { say } from '../../../i18n/say.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Notice } from '../../../ui/strip.tsx';
import type { FieldLabels } from '../../dictionary.ts';
import { refusedRemark } from '../../held-decisions.ts';
import type { HeldDecision, HeldDecisions } from '../../held-decisions.ts';
import { refusalWords } from '../../parts/refusal-words.ts';
import { ReviewWords } from './review-words.tsx';

interface HeldBarProps {
  held: HeldDecisions;
  dictionary: FieldLabels;
  /** `isReturn`: with the return as it was typed, at the remark that was refused. */
  onOpen: (recordId: RecordId, isReturn: boolean) => void;
  /** The button that had the focus went away with its line. */
  onFocusLost: () => void;
}

/** Decisions that may still be taken back, are on their way, or were refused. */
export function HeldBar({ held, dictionary, onOpen, onFocusLost }: HeldBarProps) {
  const box = useRef<HTMLDivElement>(null);
  const hadFocus = useRef(false);
  const decisions = held.list();
  useLayoutEffect(() => {
    if (hadFocus.current && document.activeElement === document.body) onFocusLost();
    hadFocus.current = box.current?.contains(document.activeElement) ?? false;
  });
  return (
    <div
      class="held" role="status" aria-label={words.heldLabel} ref={box}
      onFocusIn={() => { hadFocus.current = true; }}
      onFocusOut={(event) => { if (event.relatedTarget !== null) hadFocus.current = false; }}
    >
      {decisions.map((decision) => (
        <Line key={decision.request.recordId} decision={decision} held={held} dictionary={dictionary} onOpen={onOpen} />
      ))}
    </div>
  );
}

export function undoId(recordId: RecordId): string {
  return `undo-${recordId}`;
}

function Line({ decision, held, dictionary, onOpen }: Omit<HeldBarProps, 'onFocusLost'> & { decision: HeldDecision }) {
  const { request, standing, refusal } = decision;
  const { recordId } = request;
  const isRemark = refusedRemark(decision) !== null;
  // Once somebody else was first, or a newer edition came, sending again can only be refused again; so are the same words.
  const isSettled = isRemark || refusal?.code === 'review-conflict' || refusal?.code === 'review-stale' || refusal?.code === 'not-found';
  return (
    <div class={`held-line is-${standing}`}>
      <Icon name={standing === 'refused' ? 'send_error' : standing === 'decided' ? request.decision : 'clock'} />
      <div class="grow">
        <p>{lineText(decision)}</p>
        {refusal !== null && <p>{refusalWords(refusal).sentence} {refusalWords(refusal).next}</p>}
        {refusal?.first != null && <Notice tone={refusal.first.decision} icon={refusal.first.decision}><ReviewWords review={refusal.first} dictionary={dictionary} /></Notice>}
      </div>
      {standing === 'held' && <button type="button" id={undoId(recordId)} onClick={() => held.undo(recordId)}>{words.undo}</button>}
      {standing === 'refused' && !isSettled && <button type="button" onClick={() => held.retry(recordId)}>{words.again}</button>}
      {standing === 'refused' && <button type="button" onClick={() => onOpen(recordId, isRemark)}>{isRemark ? words.mendRemark : words.openRecord}</button>}
      {standing === 'refused' && <button type="button" onClick={() => held.dismiss(recordId)}>{words.dismiss}</button>}
    </div>
  );
}

function lineText({ request, title, standing }: HeldDecision): string {
  const isApproval = request.decision === 'approved';
  switch (standing) {
    case 'held':
      return say(isApproval ? words.heldApprove : words.heldReturn, { title });
    case 'sending':
      return say(isApproval ? words.sendingApprove : words.sendingReturn, { title });
    case 'decided':
      return say(isApproval ? words.doneApprove : words.doneReturn, { title });
    case 'refused':
      return say(isApproval ? words.refusedApprove : words.refusedReturn, { title });
  }
}
