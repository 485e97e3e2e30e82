import { useEffect, useRef, useState } from 'preact/hooks';
import { deskWords as words } from '../../../i18n/desk-words.ts';
import { say } from '../../../i18n/say.ts';
import type { DeskPhoto } from '../../../sync/desk-protocol.ts';
import { Icon } from '../../../ui/icon.tsx';

/** The pictures of a record: small beside its words, large on a click. What is still on the phone says so. */
export function RecordPhotos({ photos }: { photos: readonly DeskPhoto[] }) {
  const [shown, setShown] = useState<number | null>(null);
  const of = photos.length;
  const hereCount = photos.filter(({ here }) => here).length;
  if (of === 0) return null;
  return (
    <>
      {hereCount < of && <p class="muted digits">{say(words.photosHere, { count: hereCount, of })}</p>}
      <ul class="desk-photos">
        {photos.map(({ hash, here }, place) => (
          <li key={hash}>
            {here
              ? (
                <button type="button" class="desk-photo" aria-label={say(words.photo, { number: place + 1, of })} onClick={() => setShown(place)}>
                  <img src={addressOf(hash)} alt="" loading="lazy" width={100} height={76} />
                </button>
              )
              : <span class="desk-photo is-away" role="img" aria-label={say(words.photoNotHere, { number: place + 1, of })}><Icon name="pictures" />{words.photoAway}</span>}
          </li>
        ))}
      </ul>
      {shown !== null && <LargePhoto photos={photos} shown={shown} onShow={setShown} />}
    </>
  );
}

interface LargePhotoProps { photos: readonly DeskPhoto[]; shown: number; onShow: (place: number | null) => void }

/** A native dialog keeps the focus; arrows go from one to the next, Esc closes. */
function LargePhoto({ photos, shown, onShow }: LargePhotoProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const photo = photos[shown];
  if (!photo) return null;
  const step = (by: -1 | 1): number | null => {
    for (let place = shown + by; place >= 0 && place < photos.length; place += by) if (photos[place]?.here) return place;
    return null;
  };
  const [before, next] = [step(-1), step(1)];
  const title = say(words.photo, { number: shown + 1, of: photos.length });
  return (
    <dialog
      ref={dialog} class="viewer" aria-label={title} onCancel={(event) => { event.preventDefault(); onShow(null); }}
      onKeyDown={(event) => {
        // J, K and the letters of the list behind stay quiet while a picture is looked at.
        event.stopPropagation();
        if (event.key === 'ArrowLeft' && before !== null) onShow(before);
        if (event.key === 'ArrowRight' && next !== null) onShow(next);
      }}
    >
      <div class="viewer-bar">
        <button type="button" class="icon-button" aria-label={words.photoClose} onClick={() => onShow(null)}><Icon name="close" /></button>
        <span class="grow digits" aria-live="polite">{title}</span>
        {before !== null && <button type="button" class="icon-button" aria-label={words.photoBefore} onClick={() => onShow(before)}><Icon name="back" /></button>}
        {next !== null && <button type="button" class="icon-button" aria-label={words.photoNext} onClick={() => onShow(next)}><Icon name="next" /></button>}
      </div>
      <div class="viewer-picture"><img src={addressOf(photo.hash)} alt={title} width={photo.width} height={photo.height} /></div>
    </dialog>
  );
}

function addressOf(hash: string): string {
  return `/api/desk/photos/${hash}`;
}
