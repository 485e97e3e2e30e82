import { useEffect, useRef, useState } from 'preact/hooks';
import { forgetShared, sharedPhotos } from '../../../device/shared-photos.ts';
import { mostPhotos } from '../../../domain/photo.ts';
import { dayOf, instantOf } from '../../../domain/time.ts';
import { phoneWords } from '../../../i18n/phone-words.ts';
import { photoWords as words } from '../../../i18n/photo-words.ts';
import { say } from '../../../i18n/say.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/strip.tsx';
import { photoFirst } from '../../actions/photo-first.ts';
import type { PhotoFirst } from '../../actions/photo-first.ts';
import { usePhone } from '../../context.ts';
import { InnerPage } from '../../parts/frame.tsx';
import { useReference, useToday } from '../../queries.ts';
import { goTo } from '../../router.ts';
import { paths } from '../../paths.ts';

type Answer = PhotoFirst & { readonly sharedCount: number };

/** What another app handed over becomes a draft; where everything went well, its form opens by itself. */
export function ShareScreen({ isFull }: { isFull: boolean }) {
  const phone = usePhone();
  const { value: reference, error } = useReference();
  // Pictures are taken in where the published lists cannot be read, too.
  const today = useToday(reference) ?? (error === undefined ? undefined : dayOf(instantOf(Date.now())));
  const [answer, setAnswer] = useState<Answer | 'none'>();
  const [leftCount, setLeftCount] = useState(0);
  const begun = useRef(false);
  useEffect(() => {
    if (!today || begun.current) return;
    begun.current = true;
    void takeIn(phone, today, setLeftCount).then((taken) => {
      if (taken === 'none') return setAnswer(taken);
      const isWhole = taken.trouble === null && taken.unreadableCount === 0 && taken.sharedCount <= mostPhotos && !isFull;
      if (isWhole && taken.draftId !== null) goTo(paths.draft(taken.draftId), true);
      else setAnswer(taken);
    });
  }, [today]);
  return (
    <InnerPage title={words.shareTitle} backHref={paths.home}>
      {isFull && <Notice tone="queued" icon="send_error" title={words.shareFull} role="alert" />}
      {answer === undefined && <p role="status">{leftCount > 1 ? say(words.shrinkingMany, { count: leftCount }) : words.shrinking}</p>}
      {answer === 'none' && !isFull && <p>{words.shareNone}</p>}
      {answer !== undefined && answer !== 'none' && <Taken answer={answer} />}
      {answer !== undefined && <Button kind="quiet" href={paths.home}>{words.toHome}</Button>}
    </InnerPage>
  );
}

function Taken({ answer: { draftId, unreadableCount, sharedCount, trouble } }: { answer: Answer }) {
  const [isDropped, setDropped] = useState(false);
  return (
    <div class="stack">
      {trouble && <Notice tone="queued" icon="send_error" title={trouble.code === 'storage-full' ? words.full : words.broken} role="alert"><p>{phoneWords.takeFullText}</p></Notice>}
      {sharedCount > mostPhotos && <Notice tone="queued" icon="pictures" title={say(words.shareMany, { most: mostPhotos, count: sharedCount })} role="status" />}
      {unreadableCount > 0 && <Notice tone="error" icon="send_error" title={say(words.shareUnreadable, { count: unreadableCount })} role="status" />}
      {draftId !== null && <Button href={paths.draft(draftId)}>{words.shareContinue}</Button>}
      {unreadableCount > 0 && !isDropped && (
        <>
          <Button kind="other" onClick={() => location.reload()}>{phoneWords.again}</Button>
          <Button kind="quiet" onClick={() => void forgetShared().then(() => setDropped(true))}>{words.shareDrop}</Button>
        </>
      )}
      {trouble && <Button kind="other" href={paths.device}>{phoneWords.device}</Button>}
    </div>
  );
}

/** What could not be kept stays stashed, and home says so; what six pictures have no room for is let go, and said. */
async function takeIn(phone: Parameters<typeof photoFirst>[0], today: Parameters<typeof photoFirst>[2], onLeft: (count: number) => void): Promise<Answer | 'none'> {
  const shared = await sharedPhotos();
  if (shared.length === 0) return 'none';
  onLeft(Math.min(shared.length, mostPhotos));
  const answer = await photoFirst(phone, shared.map(({ file }) => file), today, async (index) => {
    await shared[index]?.forget();
    onLeft(Math.min(shared.length, mostPhotos) - index - 1);
  });
  if (answer.trouble === null) for (const { forget } of shared.slice(mostPhotos)) await forget();
  return { ...answer, sharedCount: shared.length };
}
