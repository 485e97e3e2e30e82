import { useEffect, useState } from 'preact/hooks';
import { fetchPhoto } from '../../device/fetch-photo.ts';
import type { Photo } from '../../domain/photo.ts';
import { photoWords as words } from '../../i18n/photo-words.ts';
import { Button } from '../../ui/button.tsx';
import { usePhone } from '../context.ts';
import { usePhotoUrl } from './photo-url.ts';

/** A picture as large as the page allows: from this phone, or else from the province. */
export function WholePhoto({ photo, label }: { photo: Photo; label: string }) {
  const url = usePhotoUrl(photo.hash, 'whole');
  const isAway = url === null;
  const { url: fetched, hasFailed, fetchAgain } = useFetched(photo, isAway);
  const shown = url ?? fetched;
  if (shown) return <img src={shown} alt={label} width={photo.width} height={photo.height} />;
  if (!isAway) return null;
  return (
    <div class="viewer-words" role="status">
      <p>{hasFailed ? words.fetchFailed : words.fetching}</p>
      {hasFailed && <Button kind="other" small onClick={fetchAgain}>{words.awayTap}</Button>}
    </div>
  );
}

function useFetched(photo: Photo, isWanted: boolean): { readonly url: string | null; readonly hasFailed: boolean; readonly fetchAgain: () => void } {
  const { identity } = usePhone();
  const [tries, setTries] = useState(0);
  const [url, setUrl] = useState<string | null>(null);
  const [failed, setFailed] = useState(-1);
  useEffect(() => {
    if (!isWanted) return;
    let made: string | null = null;
    let isGone = false;
    void fetchPhoto(identity.token, photo).then((blob) => {
      if (isGone) return;
      made = blob && URL.createObjectURL(blob);
      if (made === null) setFailed(tries);
      setUrl(made);
    });
    return () => {
      isGone = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [isWanted, photo.hash, tries]);
  return { url, hasFailed: failed === tries, fetchAgain: () => setTries(tries + 1) };
}
