/** A picture's bytes as an address for `<img>`, given back when nobody looks any more. */
import { useEffect, useState } from 'preact/hooks';
import type { PhotoHash } from '../../domain/photo.ts';
import { usePhone } from '../context.ts';

/** @returns undefined while it is read, null when it is not on this phone. */
export function usePhotoUrl(hash: PhotoHash, size: 'thumbnail' | 'whole'): string | null | undefined {
  const { photos } = usePhone().hands;
  const [url, setUrl] = useState<string | null>();
  useEffect(() => {
    let made: string | null = null;
    let isGone = false;
    const show = (bytes: Uint8Array<ArrayBuffer> | null): void => {
      if (isGone) return;
      made = bytes && URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' }));
      setUrl(made);
    };
    // A store that cannot be read has no picture to show; its words stand elsewhere.
    (size === 'thumbnail' ? photos.thumbnail(hash) : photos.bytes(hash)).then(show, () => show(null));
    return () => {
      isGone = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [photos, hash, size]);
  return url;
}
