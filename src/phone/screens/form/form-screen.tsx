import { useEffect, useRef, useState } from 'preact/hooks';
import { readDraft } from '../../../device/draft-entry.ts';
import type { DraftEntry } from '../../../device/draft-entry.ts';
import { randomBytes } from '../../../device/keys.ts';
import { RecordId, uuidV7 } from '../../../domain/id.ts';
import type { OccasionId, RequirementId } from '../../../domain/id.ts';
import type { Suggestion } from '../../../domain/suggestion.ts';
import { instantOf, msOf } from '../../../domain/time.ts';
import { formWords as words } from '../../../i18n/form-words.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/strip.tsx';
import type { Book } from '../../book.ts';
import { usePhone } from '../../context.ts';
import type { PhoneContext } from '../../context.ts';
import { InnerPage, TroublePage } from '../../parts/frame.tsx';
import { useBook, useReference, useToday, useUnit } from '../../queries.ts';
import { paths } from '../../paths.ts';
import type { Reference } from '../../reference.ts';
import { ActivityForm } from './activity-form.tsx';
import { isLeftBusy, takeOver } from './draft-saver.ts';
import { isPhotosOnly, startDraft } from './form-model.ts';
import type { StartFacts } from './form-model.ts';

type FormScreenProps =
  | { name: 'new'; requirementId: RequirementId | null; occasionId: OccasionId | null; fresh: boolean; title: string }
  | { name: 'draft'; draftId: string };

interface Opened {
  readonly draft: DraftEntry;
  readonly suggestion: Suggestion | null;
  /** It was there already: the banner says so. */
  readonly resumed: boolean;
}

/** A draft left within this time goes on when “Ghi hoạt động” is tapped again. */
const resumeMs = 12 * 3_600_000;

export function FormScreen(props: FormScreenProps) {
  const phone = usePhone();
  const unit = useUnit();
  const { value: published, error: referenceError } = useReference();
  const reference = useWhole(published);
  const { value: book, error: bookError } = useBook();
  const today = useToday(reference);
  const [opened, setOpened] = useState<Opened | 'gone' | 'unread' | 'finishing'>();
  const isReady = Boolean(reference?.isComplete && book && today);
  useEffect(() => {
    if (!isReady || opened !== undefined || !reference || !book || !today) return undefined;
    const lastRequirementId = book.views.find((view) => view.activity !== null)?.activity?.requirementId ?? null;
    const facts = { reference, unit, today, lastRequirementId, requirementId: null, occasionId: null, title: '' };
    // From the store itself: what the lists know of a draft may be older than the letter typed before the page was left.
    const read = (draftId: string, otherwise: () => Opened | 'gone'): void => {
      if (isLeftBusy(draftId)) setOpened('finishing');
      void takeOver(draftId).then(async (refused) => readDraft(refused) ?? phone.hands.notebook.draft(draftId)).then((draft) => setOpened(draft?.officerId === phone.identity.officer.id ? openDraft(draft, facts) : otherwise()), () => setOpened('unread'));
    };
    if (props.name === 'draft') return read(props.draftId, () => 'gone');
    const asked = { ...facts, requirementId: props.requirementId, occasionId: props.occasionId, title: props.title };
    const left = leftDraft(book, asked, props.fresh);
    if (left) read(left.draftId, () => openNew(phone, asked));
    else setOpened(openNew(phone, asked));
    return undefined;
  }, [isReady]);

  const hasFailed = (!reference && referenceError !== undefined) || (!book && bookError !== undefined);
  if (opened === 'unread' || hasFailed) return <TroublePage title={words.title} backHref={paths.home} />;
  if (opened === 'finishing') return <InnerPage title={words.title} backHref={paths.home}><p role="status">{words.finishing}</p></InnerPage>;
  if (opened === 'gone') {
    return (
      <InnerPage title={words.goneTitle} backHref={paths.home}>
        <div class="stack">
          <p>{words.goneText}</p>
          <Button href={paths.outbox}>{words.toOutbox}</Button>
        </div>
      </InnerPage>
    );
  }
  if (reference && !reference.isComplete) {
    return (
      <InnerPage title={words.title} backHref={paths.home}>
        <Notice tone="queued" icon="offline" title={words.noFormsTitle}><p>{words.noFormsText}</p></Notice>
      </InnerPage>
    );
  }
  if (!opened || !reference || !book || !today) return null;
  return <ActivityForm {...opened} reference={reference} book={book} today={today} unit={unit} />;
}

/**
 * What was published, whole for as long as it once was: when the province comes back from a copy the mirror is emptied and
 * pulled anew, and the form must not go away under a thumb that is typing.
 */
function useWhole(published: Reference | undefined): Reference | undefined {
  const whole = useRef<Reference | undefined>(undefined);
  if (published?.isComplete) whole.current = published;
  return whole.current ?? published;
}

function openDraft(draft: DraftEntry, facts: StartFacts): Opened {
  const { photos, heldOn } = draft.content;
  if (!isPhotosOnly(draft.content)) return { draft, suggestion: null, resumed: true };
  const { content, suggestion } = startDraft(facts);
  return { draft: { ...draft, content: { ...content, heldOn, photos } }, suggestion, resumed: true };
}

/** The draft to go on with when nothing else was asked for. */
function leftDraft(book: Book, { requirementId, occasionId }: StartFacts, fresh: boolean): DraftEntry | undefined {
  if (fresh || requirementId !== null || occasionId !== null) return undefined;
  const nowMs = Date.now();
  const mended = new Set<string>(book.views.map((view) => view.recordId));
  return book.drafts.find((draft) => !mended.has(draft.recordId) && Math.abs(nowMs - msOf(draft.updatedAt)) < resumeMs);
}

function openNew(phone: PhoneContext, facts: StartFacts): Opened {
  const nowMs = Date.now();
  const { content, suggestion } = startDraft(facts);
  const at = instantOf(nowMs);
  const draft: DraftEntry = {
    draftId: uuidV7(nowMs, randomBytes(10)), recordId: RecordId.parse(uuidV7(nowMs, randomBytes(10))), base: null, startedAt: at, updatedAt: at,
    officerId: phone.identity.officer.id, content,
  };
  return { draft, suggestion, resumed: false };
}
