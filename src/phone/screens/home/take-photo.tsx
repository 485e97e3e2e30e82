import { useState } from 'preact/hooks';
import type { Trouble } from '../../../device/trouble.ts';
import { dayOf, instantOf } from '../../../domain/time.ts';
import type { LocalDate } from '../../../domain/time.ts';
import { phoneWords as words } from '../../../i18n/phone-words.ts';
import { FileButton } from '../../../ui/file-button.tsx';
import { Notice } from '../../../ui/strip.tsx';
import type { PhotoFirst } from '../../actions/photo-first.ts';
import { usePhone } from '../../context.ts';
import { ActionTrouble } from '../../parts/action-trouble.tsx';
import { paths } from '../../paths.ts';

type Taking = 'nothing' | 'shrinking' | 'missing' | PhotoFirst;

/** Chụp trước, ghi sau: two taps, and the meeting is in the drafts. @returns the button, and what came of it. */
export function useTakePhoto(today: LocalDate | undefined) {
  const phone = usePhone();
  const [taking, setTaking] = useState<Taking>('nothing');
  const take = async (files: readonly File[]): Promise<void> => {
    setTaking('shrinking');
    try {
      // Home does not wait for what makes pictures; the service worker keeps it on the phone.
      const { photoFirst } = await import('../../actions/photo-first.ts');
      // A picture is never refused because the published lists cannot be read.
      setTaking(await photoFirst(phone, files, today ?? dayOf(instantOf(Date.now()))));
    } catch {
      setTaking('missing');
    }
  };
  return {
    button: <FileButton label={words.take} icon="camera" camera side onFiles={(files) => void take(files)} />,
    answer: <Answer taking={taking} />,
  };
}

function Answer({ taking }: { taking: Taking }) {
  if (taking === 'nothing') return null;
  if (taking === 'shrinking') return <p class="muted take-note" role="status">{words.takeShrinking}</p>;
  if (taking === 'missing') return <Notice tone="queued" icon="offline" title={words.screenMissing} role="alert"><p>{words.takeMissing}</p></Notice>;
  const { draftId, trouble } = taking;
  if (trouble) return <TakeTrouble trouble={trouble} />;
  if (draftId === null) return <Notice tone="error" icon="send_error" title={words.takeUnreadable} role="alert" />;
  return (
    <Notice tone="draft" icon="tick" role="status">
      <p>{words.taken}</p>
      <a class="button button-other button-small" href={paths.draft(draftId)}>{words.takenContinue}</a>
    </Notice>
  );
}

function TakeTrouble({ trouble }: { trouble: Trouble }) {
  if (trouble.code !== 'storage-full') return <ActionTrouble trouble={trouble} />;
  return (
    <Notice tone="queued" icon="send_error" title={words.takeFull} role="alert">
      <p>{words.takeFullText}</p>
      <a class="button button-other button-small" href={paths.device}>{words.device}</a>
    </Notice>
  );
}
