/**
 * Which browser this is, from what it says of itself. An in-app browser (a link tapped in Zalo) has a store of its own
 * that is emptied without a word, so it has to be known before anything is written. Pure: values in, values out.
 */

export type System = 'android' | 'ios' | 'other';

export interface BrowserKind {
  readonly system: System;
  /** A page inside another app, not a browser that keeps what it is given. */
  readonly isInApp: boolean;
  /** The app around the page by its own name, where it gives one. */
  readonly appName: string | null;
}

export interface BrowserFacts {
  /** `navigator.userAgent`. */
  readonly userAgent: string;
  /** Started from the home screen: `isStandalone` of install-prompt.ts. */
  readonly isStandalone: boolean;
  /** `navigator.maxTouchPoints`: an iPad calls itself a Mac, but no Mac has a touch screen. */
  readonly touchPointCount: number;
}

/**
 * The first that fits names the app, so Messenger, which also bears Facebook's marks, stands before it.
 * Zalo for Android often carries no `wv`, Zalo for iPhone no `Safari/`: the name is the surest sign.
 */
const apps: readonly (readonly [RegExp, string])[] = [
  [/\bZalo/i, 'Zalo'],
  [/Messenger|Orca-Android|MessengerForiOS|FBAN\/MessengerLite|\bOrca\b/i, 'Messenger'],
  [/\bInstagram/i, 'Instagram'],
  [/\bFBAN\b|\bFBAV\b|\bFB_IAB\b/, 'Facebook'],
  [/musical_ly|TikTok|Bytedance|BytedanceWebview|trill_/i, 'TikTok'],
  [/\bLine\//i, 'LINE'],
];

/**
 * A page started from the home screen is never in-app: on an iPhone it has no `Safari/` either, and would otherwise be
 * shut out of the very place it was sent to.
 */
export function browserKind({ userAgent, isStandalone, touchPointCount }: BrowserFacts): BrowserKind {
  const system = systemOf(userAgent, touchPointCount);
  if (isStandalone) return { system, isInApp: false, appName: null };
  const appName = apps.find(([sign]) => sign.test(userAgent))?.[1] ?? null;
  return { system, isInApp: appName !== null || isBareView(userAgent, system), appName };
}

function systemOf(userAgent: string, touchPointCount: number): System {
  if (/Android/.test(userAgent)) return 'android';
  if (/iPhone|iPad|iPod/.test(userAgent)) return 'ios';
  return /Macintosh/.test(userAgent) && touchPointCount > 1 ? 'ios' : 'other';
}

/** A view without a name: Android marks it, or leaves the `Version/4.0` of its old browser; an iPhone leaves `Safari/` out. */
function isBareView(userAgent: string, system: System): boolean {
  if (system === 'android') return /; wv\)|Version\/4\.0 Chrome\//.test(userAgent);
  return system === 'ios' && !/Safari\//.test(userAgent);
}
