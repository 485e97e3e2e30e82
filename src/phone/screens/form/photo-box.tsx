import { useEffect, useRef, useState } from 'preact/hooks';
import type { MadePhoto } from '../../../device/photos.ts';
import { troubleOf } from '../../../device/trouble.ts';
import type { Trouble } from '../../../device/trouble.ts';
import type { Photo } from '../../../domain/photo.ts';
import { mostPhotos } from '../../../domain/photo.ts';
import type { Problem } from '../../../domain/problem.ts';
import { problem } from '../../../domain/problem.ts';
import { bytesText } from '../../../i18n/format.ts';
import { photoWords as words } from '../../../i18n/photo-words.ts';
import { say } from '../../../i18n/say.ts';
import { Button } from '../../../ui/button.tsx';
import { FileButton } from '../../../ui/file-button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Notice } from '../../../ui/strip.tsx';
import { forgetPhoto } from '../../actions/forget-photo.ts';
import { keepMade, keepPhoto } from '../../actions/keep-photo.ts';
import type { KeptAnswer } from '../../actions/keep-photo.ts';
import { usePhone } from '../../context.ts';
import { PhotoTile } from '../../parts/photo-tile.tsx';
import { PhotoViewer } from '../../parts/photo-viewer.tsx';
import { WholePhoto } from '../../parts/whole-photo.tsx';
import { useLive } from '../../queries.ts';
import { sentenceOf } from './remarks.ts';

export interface PhotoHands {
  /** The pictures of the draft as it is at that moment, changed: a picture may be ready long after the page was drawn. */
  readonly onPhotos: (change: (photos: readonly Photo[]) => readonly Photo[]) => void;
  /** Keeps the draft at once. */
  readonly onKeep: () => Promise<void>;
  /** What sending has to wait for. */
  readonly onWork: (work: Promise<void>) => void;
  /** Whether the phone refused the words as well. */
  readonly areWordsRefused: boolean;
}

interface PhotoBoxProps extends PhotoHands {
  photos: readonly Photo[];
  problems: readonly Problem[];
  remark: string | undefined;
}

interface Removed { readonly photo: Photo; readonly place: number }

const undoMs = 8_000;

export function PhotoBox({ photos, onPhotos, onKeep, onWork, areWordsRefused, problems, remark }: PhotoBoxProps) {
  const { hands } = usePhone();
  const [leftCount, setLeftCount] = useState(0);
  const [own, setOwn] = useState<readonly Problem[]>([]);
  const [refused, setRefused] = useState<{ readonly trouble: Trouble; readonly made: readonly MadePhoto[] } | null>(null);
  const [note, setNote] = useState('');
  const [removed, setRemoved] = useState<Removed | null>(null);
  const [shown, setShown] = useState<number | null>(null);
  const here = useRef(photos);
  here.current = photos;
  useForgetting(removed, () => setRemoved(null));

  const take = (answer: KeptAnswer, refusals: MadePhoto[]): Trouble | null => {
    if (answer.kind === 'problem') setOwn((before) => [...before, answer.problem]);
    if (answer.kind === 'trouble') refusals.push(answer.made);
    if (answer.kind !== 'kept') return answer.kind === 'trouble' ? answer.trouble : null;
    const { photo } = answer;
    const isThere = here.current.some(({ hash }) => hash === photo.hash);
    if (isThere) setNote(words.again);
    else {
      here.current = [...here.current, photo];
      onPhotos((before) => (before.some(({ hash }) => hash === photo.hash) ? before : [...before, photo].slice(0, mostPhotos)));
    }
    return null;
  };
  const add = async (files: readonly Blob[]): Promise<void> => {
    const room = mostPhotos - here.current.length;
    setOwn(files.length > room ? [problem('photo-too-many', 'photos', { most: mostPhotos })] : []);
    setNote('');
    setRefused(null);
    const chosen = files.slice(0, room);
    const refusals: MadePhoto[] = [];
    let trouble: Trouble | null = null;
    // One after the other: a phone of 2 GB holds one large picture at a time.
    for (const [index, file] of chosen.entries()) {
      setLeftCount(chosen.length - index);
      trouble = take(await keepPhoto(hands.photos, file), refusals) ?? trouble;
      // A picture is kept before the draft names it, and named before the next one is looked at.
      await onKeep();
    }
    setLeftCount(0);
    if (trouble) setRefused({ trouble, made: refusals });
  };
  const keepAgain = async (): Promise<void> => {
    const made = refused?.made ?? [];
    setRefused(null);
    const refusals: MadePhoto[] = [];
    let trouble: Trouble | null = null;
    for (const one of made) trouble = take(await keepMade(hands.photos, one), refusals) ?? trouble;
    await onKeep();
    if (trouble) setRefused({ trouble, made: refusals });
  };
  const remove = (place: number): void => {
    const photo = photos[place];
    if (!photo) return;
    setRemoved({ photo, place });
    setOwn([]);
    onPhotos((before) => before.filter(({ hash }) => hash !== photo.hash));
  };
  const undo = (): void => {
    if (!removed) return;
    onPhotos((before) => before.toSpliced(removed.place, 0, removed.photo).slice(0, mostPhotos));
    setRemoved(null);
  };

  const error = [...problems.filter(({ field }) => field === 'photos'), ...own].map(sentenceOf).join(' ');
  const look = `field photos${error ? ' has-error' : ''}${remark ? ' has-remark' : ''}`;
  const opened = shown === null ? undefined : photos[shown];
  return (
    <fieldset class={look} id="f-photos" tabIndex={-1} aria-describedby={`f-photos-hint${error ? ' f-photos-error' : ''}${remark ? ' f-photos-remark' : ''}`}>
      <legend>{words.label} <span class="muted">{words.optional}</span></legend>
      {remark && <p class="remark" id="f-photos-remark"><Icon name="returned" /><span>{remark}</span></p>}
      <p class="hint" id="f-photos-hint">{words.hint}</p>
      {error && <p class="field-error" id="f-photos-error"><Icon name="send_error" /><span>{error}</span></p>}
      {photos.length > 0 && (
        <ul class="photo-grid">
          {photos.map((photo, place) => (
            <li key={photo.hash} class="photo-place">
              <PhotoTile
                hash={photo.hash} label={say(words.picture, { number: place + 1, of: photos.length })} caption={bytesText(photo.byteCount)} away={words.notHere}
                onOpen={() => setShown(place)}
              />
              <button type="button" class="photo-remove" aria-label={say(words.remove, { number: place + 1 })} onClick={() => remove(place)}>
                <span><Icon name="close" /></span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {refused && (
        <Refused trouble={refused.trouble} areWordsRefused={areWordsRefused} onAgain={() => onWork(keepAgain())} />
      )}
      <p class="muted digits" role="status">
        {leftCount > 0 ? (leftCount === 1 ? words.shrinking : say(words.shrinkingMany, { count: leftCount })) : note || <Sizes photos={photos} />}
      </p>
      {removed && (
        <p class="row photo-undo" role="status"><span class="grow">{words.removed}</span><Button kind="quiet" small onClick={undo}>{words.undo}</Button></p>
      )}
      {photos.length < mostPhotos
        ? (
          <div class="photo-buttons">
            <FileButton label={words.take} icon="camera" camera onOpen={() => void onKeep()} onFiles={(files) => onWork(add(files))} />
            <FileButton label={words.choose} icon="pictures" onOpen={() => void onKeep()} onFiles={(files) => onWork(add(files))} />
          </div>
        )
        : <p class="muted">{say(words.enough, { count: mostPhotos })}</p>}
      {opened && shown !== null && (
        <PhotoViewer
          title={say(words.large, { number: shown + 1, of: photos.length })} onClose={() => setShown(null)}
          beforeLabel={say(words.picture, { number: shown, of: photos.length })} nextLabel={say(words.picture, { number: shown + 2, of: photos.length })}
          onBefore={shown > 0 ? () => setShown(shown - 1) : null} onNext={shown < photos.length - 1 ? () => setShown(shown + 1) : null}
        >
          <WholePhoto key={opened.hash} photo={opened} label={say(words.picture, { number: shown + 1, of: photos.length })} />
        </PhotoViewer>
      )}
    </fieldset>
  );
}

/** Eight seconds after it was taken off, a picture that nothing names gives its room back. */
function useForgetting(removed: Removed | null, onDone: () => void): void {
  const { hands } = usePhone();
  useEffect(() => {
    if (!removed) return;
    const timer = setTimeout(() => {
      onDone();
      // Whatever stays behind here is found when the app is opened next.
      void forgetPhoto(hands, removed.photo.hash).catch(() => undefined);
    }, undoMs);
    return () => clearTimeout(timer);
  }, [removed]);
}

/** “148 kB (ảnh gốc 4,2 MB)”: that a picture costs little to send is worth seeing. */
function Sizes({ photos }: { photos: readonly Photo[] }) {
  const store = usePhone().hands.photos;
  const hashes = photos.map(({ hash }) => hash);
  const states = useLive(() => store.states(hashes), [store, hashes.join()]).value;
  const known = hashes.flatMap((hash) => states?.of.get(hash) ?? []);
  if (known.length === 0) return null;
  const sum = (sizes: readonly number[]): string => bytesText(sizes.reduce((all, size) => all + size, 0));
  return <>{say(words.sizes, { size: sum(known.map(({ byteCount }) => byteCount)), original: sum(known.map(({ originalByteCount }) => originalByteCount)) })}</>;
}

/** The disk is full, or fails: the words are safe, and what can be done about the picture is one tap. */
function Refused({ trouble, areWordsRefused, onAgain }: { trouble: Trouble; areWordsRefused: boolean; onAgain: () => void }) {
  const { photos } = usePhone().hands;
  const [failed, setFailed] = useState<Trouble | null>(null);
  const safeBytes = useLive(() => photos.totals(), [photos]).value?.safeBytes ?? 0;
  if (trouble.code !== 'storage-full') {
    return (
      <Notice tone="error" icon="send_error" title={words.broken} role="alert">
        <Button kind="other" small onClick={onAgain}>{words.keepAgain}</Button>
      </Notice>
    );
  }
  const free = (): void => {
    photos.forgetSafe().then(onAgain, (error: unknown) => setFailed(troubleOf(error)));
  };
  return (
    <Notice tone="queued" icon="send_error" title={areWordsRefused ? words.fullWords : words.full} role="alert">
      <p>{safeBytes > 0 && !failed ? say(words.fullNext, { size: bytesText(safeBytes) }) : words.fullNothing}</p>
      {safeBytes > 0 && !failed
        ? <Button kind="other" small onClick={free}>{words.freeOld}</Button>
        : <Button kind="other" small onClick={onAgain}>{words.keepAgain}</Button>}
    </Notice>
  );
}
