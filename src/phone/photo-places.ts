/** Where each picture of a record is, as far as this phone knows: here, at the province, or on somebody else's phone. */
import type { PhotoStates } from '../device/photos.ts';
import type { Photo, PhotoHash } from '../domain/photo.ts';
import type { Epoch } from '../sync/protocol.ts';

export interface PhotoPlace {
  readonly photo: Photo;
  readonly isHere: boolean;
  /** Whole at the province, in the newest life of the server that this phone has heard of. */
  readonly isDelivered: boolean;
}

/** What is read of the stores. */
export interface PhotoFacts {
  readonly states: PhotoStates;
  readonly mirrored: ReadonlySet<PhotoHash>;
  readonly mirrorEpoch: Epoch | null;
  readonly newestEpoch: Epoch | null;
}

/** [L12] What an earlier life of the server said counts no longer: after a restore every picture is asked about anew. */
export function photoPlaces(photos: readonly Photo[], facts: PhotoFacts): readonly PhotoPlace[] {
  const { states, newestEpoch } = facts;
  const mirrored = facts.mirrorEpoch?.id === newestEpoch?.id ? facts.mirrored : new Set<PhotoHash>();
  return photos.map((photo) => {
    const state = states.of.get(photo.hash);
    const isProven = state !== undefined && state.isDelivered && states.epoch?.id === newestEpoch?.id;
    return { photo, isHere: state !== undefined, isDelivered: isProven || mirrored.has(photo.hash) };
  });
}

export function deliveredCount(places: readonly PhotoPlace[]): number {
  return places.filter(({ isDelivered }) => isDelivered).length;
}
