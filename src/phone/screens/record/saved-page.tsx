import { useState } from 'preact/hooks';
import { timeDateText } from '../../../i18n/format.ts';
import { formWords as words } from '../../../i18n/form-words.ts';
import { phoneWords } from '../../../i18n/phone-words.ts';
import { recordWords } from '../../../i18n/record-words.ts';
import { reportTitleWords as reportWords } from '../../../i18n/report-title-words.ts';
import { say } from '../../../i18n/say.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { HelpLink, SampleLine } from '../../parts/frame.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { Sun } from '../../parts/sun.tsx';
import { useUndo } from '../../parts/undo.tsx';
import { photoLine } from '../../photo-line.ts';
import { useOnLine, useReference, useTitle } from '../../queries.ts';
import type { RecordView } from '../../record-view.ts';
import { paperPath, paperTitle } from '../../report-title.ts';
import { paths } from '../../paths.ts';
import { usePhotoFacts } from '../../use-photo-facts.ts';
import { whyText } from '../../why-text.ts';
import { InstallOffer } from '../install/install-offer.tsx';

/** “M-0047”: the number of the save on this phone, until a receipt takes its place. */
function temporaryNumber(sequence: number): string {
  return `M-${String(sequence).padStart(4, '0')}`;
}

/** Two truthful levels: on this phone, at the province. The second appears by itself when the receipt comes. */
export function SavedPage({ view }: { view: RecordView }) {
  const reference = useReference().value ?? null;
  const onLine = useOnLine();
  const { bar, notice } = useUndo(view);
  const [copied, setCopied] = useState(false);
  const { receipt } = view;
  const path = paperPath(view);
  const photos = photoLine(view, usePhotoFacts(view.activity?.photos.map(({ hash }) => hash) ?? []));
  const isOnItsWay = view.standing.state === 'queued' || view.standing.state === 'sending';
  const panel = receipt ? words.receivedPanel : words.savedPanel;
  useTitle(`${panel} – ${phoneWords.productShort}`);
  const receiptText = receipt
    ? say(words.receiptText, { title: paperTitle(view, reference) ?? view.activity?.title ?? '', number: receipt.number, when: timeDateText(receipt.receivedAt) })
    : '';
  return (
    <div class="app">
      <header class="head is-root"><strong class="grow">{phoneWords.productShort}</strong><HelpLink /><Sun /></header>
      <main>
        <SampleLine />
        <div class={`panel tone-${receipt ? 'received' : 'queued'}`} role="status">
          <Icon name={receipt ? 'received' : 'queued'} />
          <h1 tabIndex={-1}>{panel}</h1>
          {receipt
            ? <p class="number digits">{say(words.receipt, { number: receipt.number })}<br /><span class="moment">{timeDateText(receipt.receivedAt)}</span></p>
            : <p class="number digits">{say(words.savedNumber, { number: temporaryNumber(view.latest?.change.seq ?? 0) })}</p>}
        </div>
        {photos !== '' && <p class="muted digits state-line" role="status">{say(words.photosFollow, { photos })}</p>}
        {notice}
        {isOnItsWay && <NextSteps onLine={onLine} />}
        {!isOnItsWay && !receipt && <p class="row-state state-line"><StateTag standing={view.standing} /><span class="muted">{whyText(view)}</span></p>}
        <div class="stack">
          {receipt && <Button kind="other" onClick={() => void share(receiptText).then(setCopied)}>{words.shareReceipt}</Button>}
          {copied && <p role="status">{words.receiptCopied}</p>}
          {path !== null
            ? <Button href={path}>{view.report ? reportWords.open : recordWords.openProgramme}</Button>
            : <Button href={paths.freshActivity} icon="plus">{words.recordAnother}</Button>}
          <Button kind="other" href={paths.home}>{words.toHome}</Button>
          <Button kind="quiet" href={paths.record(view.recordId)}>{words.toRecord}</Button>
        </div>
        <InstallOffer occasion={view.recordId} />
      </main>
      {bar}
    </div>
  );
}

function NextSteps({ onLine }: { onLine: boolean }) {
  return (
    <section class="next-steps">
      <h2>{words.nextHeading}</h2>
      <ol>
        <li>{onLine ? words.nextOnline : words.nextOffline}</li>
        <li>{words.nextReceipt}</li>
        <li>{words.nextReview}</li>
      </ol>
    </section>
  );
}

/** Hands the text to another app; answers whether it was copied instead. */
async function share(text: string): Promise<boolean> {
  const sharer = navigator as { share?: (data: { text: string }) => Promise<void> };
  if (sharer.share) {
    await sharer.share({ text }).catch(() => undefined);
    return false;
  }
  return navigator.clipboard.writeText(text).then(() => true, () => false);
}
