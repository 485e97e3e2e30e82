/**
 * What the first frame of home shows of this phone: remembered outside the databases, which are not open yet when it is
 * drawn. Nothing depends on it.
 */

export interface FrameMemory {
  readonly unitName: string;
  /** In the sample mode, as its line says it; empty otherwise. */
  readonly sampleDay: string;
}

const key = 'so-tay-frame';

export function rememberFrame({ unitName, sampleDay }: FrameMemory): void {
  try {
    localStorage.setItem(key, JSON.stringify({ unitName, sampleDay }));
  } catch {
    // Storage refused: the next opening draws nothing before the app.
  }
}

/** Null where nothing is remembered, or what is there is not ours. */
export function rememberedFrame(): FrameMemory | null {
  try {
    return frameIn(localStorage.getItem(key));
  } catch {
    return null;
  }
}

/** @param text as it was kept. */
export function frameIn(text: string | null): FrameMemory | null {
  let stored: { unitName?: unknown; sampleDay?: unknown } | null;
  try {
    stored = JSON.parse(text ?? 'null') as typeof stored;
  } catch {
    return null;
  }
  if (typeof stored !== 'object' || typeof stored?.unitName !== 'string' || typeof stored.sampleDay !== 'string') return null;
  return { unitName: stored.unitName, sampleDay: stored.sampleDay };
}
