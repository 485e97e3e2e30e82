import { browserKind } from './browser-kind.ts';
import type { BrowserKind } from './browser-kind.ts';
import { isStandalone } from './install-prompt.ts';

/** The browser that this page runs in. */
export function browserHere(): BrowserKind {
  return browserKind({ userAgent: navigator.userAgent, isStandalone: isStandalone(), touchPointCount: navigator.maxTouchPoints });
}
