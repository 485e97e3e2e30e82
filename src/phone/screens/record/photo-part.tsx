import { useState } from 'preact/hooks';
import type { UnitId } from '../../../domain/id.ts';
import type { Photo } from '../../../domain/photo.ts';
import { photoWords as words } from '../../../i18n/photo-words.ts';
import { say } from '../../../i18n/say.ts';
import { Section } from '../../../ui/list.tsx';
import { PhotoTile } from '../../parts/photo-tile.tsx';
import { PhotoViewer } from '../../parts/photo-viewer.tsx';
import { WholePhoto } from '../../parts/whole-photo.tsx';
import { deliveredCount, photoPlaces } from '../../photo-places.ts';
import type { PhotoPlace } from '../../photo-places.ts';
import type { RecordView } from '../../record-view.ts';
import { usePhotoFacts } from '../../use-photo-facts.ts';

/** The pictures of a record: small, where each of them is, and large on a tap. @param unitId of a unit below, whose pictures they are. */
export function PhotoPart({ view, unitId }: { view: RecordView; unitId?: UnitId }) {
  const photos = view.activity?.photos ?? [];
  const facts = usePhotoFacts(photos.map(({ hash }) => hash), unitId);
  const [shown, setShown] = useState<number | null>(null);
  if (photos.length === 0 || !facts) return null;
  const places = photoPlaces(photos, facts);
  const of = photos.length;
  const open = (place: number): void => {
    // One on another phone that has not sent it yet is nowhere to be fetched from.
    if (places[place]?.isHere || places[place]?.isDelivered) setShown(place);
  };
  const picture = shown === null ? undefined : photos[shown];
  return (
    <>
      <Section title={words.heading}><span class="muted digits" role="status">{headingText(view, places)}</span></Section>
      <ul class="card card-inside photo-grid">
        {places.map((place, number) => (
          <li key={place.photo.hash}>
            <PhotoTile
              hash={place.photo.hash} label={tileLabel(place, number + 1, of)} onOpen={() => open(number)}
              away={place.isDelivered ? <><strong>{words.away}</strong>{words.awayTap}</> : words.elsewhere}
              {...(place.isHere || !place.isDelivered ? {} : { caption: words.away })}
            />
          </li>
        ))}
      </ul>
      {picture && shown !== null && <Large photos={photos} picture={picture} shown={shown} onShow={setShown} />}
    </>
  );
}

function headingText({ edition }: RecordView, places: readonly PhotoPlace[]): string {
  const count = deliveredCount(places);
  if (count === places.length) return say(words.arrivedAll, { count });
  return edition === null && count === 0 ? say(words.waiting, { count: places.length }) : say(words.arrived, { count, of: places.length });
}

function tileLabel({ isHere, isDelivered }: PhotoPlace, number: number, of: number): string {
  return say(isHere ? words.picture : isDelivered ? words.awayPicture : words.elsewherePicture, { number, of });
}

function Large({ photos, picture, shown, onShow }: { photos: readonly Photo[]; picture: Photo; shown: number; onShow: (place: number | null) => void }) {
  const of = photos.length;
  const label = say(words.picture, { number: shown + 1, of });
  return (
    <PhotoViewer
      title={say(words.large, { number: shown + 1, of })} onClose={() => onShow(null)}
      beforeLabel={say(words.picture, { number: shown, of })} nextLabel={say(words.picture, { number: shown + 2, of })}
      onBefore={shown > 0 ? () => onShow(shown - 1) : null} onNext={shown < of - 1 ? () => onShow(shown + 1) : null}
    >
      <WholePhoto key={picture.hash} photo={picture} label={label} />
    </PhotoViewer>
  );
}
