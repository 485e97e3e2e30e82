import type { ComponentChildren } from 'preact';
import type { PhotoHash } from '../../domain/photo.ts';
import { Icon } from '../../ui/icon.tsx';
import { usePhotoUrl } from './photo-url.ts';

interface PhotoTileProps {
  hash: PhotoHash;
  /** For screen readers. */
  label: string;
  /** Over the lower edge of the picture. */
  caption?: string;
  /** In place of a picture that is not on this phone; the label says the same. */
  away?: ComponentChildren;
  onOpen: () => void;
}

/** A small square picture that opens large. */
export function PhotoTile({ hash, label, caption, away, onOpen }: PhotoTileProps) {
  const url = usePhotoUrl(hash, 'thumbnail');
  return (
    <button type="button" class="photo-tile" onClick={onOpen}>
      <span class="unseen">{label}</span>
      {url && <img src={url} alt="" />}
      {url === null && <span class="photo-away" aria-hidden="true"><Icon name="pictures" />{away}</span>}
      {url && caption !== undefined && <span class="photo-caption digits">{caption}</span>}
    </button>
  );
}
