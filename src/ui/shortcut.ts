/** Single-key shortcuts of the list: they work while the list has the focus, and can be switched off (WCAG 2.1.4). */

export type Shortcut = 'next' | 'previous' | 'search' | 'approve' | 'return';

export interface Key {
  /** `KeyboardEvent.code`: UniKey turns `dd` into `đ`, the key itself stays the same. */
  readonly code: string;
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly repeat: boolean;
}

/** UniKey sends a key again when it rewrites a letter; a second decision within this time is an echo. */
export const echoMs = 600;

/**
 * @param hasLetters false: single keys are switched off; arrows move all the same, as the list is one tab stop.
 * @returns what the key asks for, or null. A held key moves on, but decides once.
 */
export function shortcutOf(key: Key, hasLetters: boolean): Shortcut | null {
  if (key.ctrlKey || key.altKey || key.metaKey) return null;
  if (key.key === 'ArrowDown') return 'next';
  if (key.key === 'ArrowUp') return 'previous';
  if (!hasLetters) return null;
  if (key.code === 'KeyJ') return 'next';
  if (key.code === 'KeyK') return 'previous';
  if (key.repeat) return null;
  if (key.code === 'KeyD') return 'approve';
  if (key.code === 'KeyT') return 'return';
  return key.key === '/' ? 'search' : null;
}

const choiceKey = 'so-tay-ban-phim-tat';

export function readShortcutChoice(): boolean {
  try {
    return localStorage.getItem(choiceKey) !== 'tat';
  } catch {
    return true;
  }
}

export function keepShortcutChoice(isOn: boolean): void {
  try {
    localStorage.setItem(choiceKey, isOn ? 'bat' : 'tat');
  } catch {
    // Refused or full: the choice lasts as long as the page.
  }
}
