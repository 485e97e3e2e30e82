/**
 * “Chỉ gửi ảnh khi có Wi-Fi”: an officer who pays by the megabyte may let pictures wait. Words never wait. Only where the
 * browser tells what it is connected by, which Chrome on Android does; elsewhere nothing is asked and nothing waits.
 */
import type { PhotosPort } from '../sync/ports.ts';

/** Stands in few libraries of types; in a worker too. */
interface Connection extends EventTarget {
  readonly type?: string;
}

function connection(): Connection | undefined {
  return (globalThis.navigator as { connection?: Connection } | undefined)?.connection;
}

/** Null where the browser does not tell. */
export function networkType(): string | null {
  return connection()?.type ?? null;
}

/** What was told and is not Wi-Fi may cost money, `unknown` too. A cable counts as Wi-Fi: nobody pays by the megabyte for it. */
export function isPaidFor(type: string | null): boolean {
  return type !== null && type !== 'wifi' && type !== 'ethernet';
}

/** Calls back when the kind of network changes; how fast it is changes all the time and is nobody's concern. @returns stops it. */
export function onNetworkType(listener: (type: string | null) => void): () => void {
  const owner = connection();
  let last = networkType();
  const hear = (): void => {
    const type = networkType();
    if (type === last) return;
    last = type;
    listener(type);
  };
  owner?.addEventListener('change', hear);
  return () => owner?.removeEventListener('change', hear);
}

export interface HeldBackPhotos extends PhotosPort {
  /** Whether any waits for Wi-Fi at this moment. */
  hasHeldBack(): Promise<boolean>;
}

/**
 * The pictures as sending sees them: while they wait for Wi-Fi there are none to ask about and none to carry, whatever
 * has begun. @param isAsked whether the officer wants them to wait.
 */
export function overWifiOnly(photos: PhotosPort, isAsked: () => Promise<boolean>, typeNow: () => string | null = networkType): HeldBackPhotos {
  const mustWait = async (): Promise<boolean> => isPaidFor(typeNow()) && (await isAsked());
  return {
    undelivered: async (limit) => ((await mustWait()) ? [] : photos.undelivered(limit)),
    due: async () => ((await mustWait()) ? null : photos.due()),
    told: (news) => photos.told(news),
    read: (hash, offset, length) => photos.read(hash, offset, length),
    hasHeldBack: async () => (await mustWait()) && (await photos.undelivered(1)).length > 0,
  };
}
