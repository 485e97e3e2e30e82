/** What every service works with: the store, the seals, the clock, the published content. */
import type { Seals } from '../../sync/accept.ts';
import type { PhotoBytesPort } from '../../sync/ports.ts';
import type { Storage } from '../storage/port.ts';
import type { PublishedContent } from './published-content.ts';

export interface Host {
  readonly storage: Storage;
  readonly seals: Seals;
  readonly published: PublishedContent;
  /** The bytes of pictures. */
  readonly photos: PhotoBytesPort;
  /** Milliseconds since 1970: security times are always real. */
  nowMs(): number;
}
