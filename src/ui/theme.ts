/**
 * The look: light, dark, or Ngoài trời (sun). What the officer chose stands in localStorage, because it must be
 * readable before the first paint; where storage is refused the choice simply lasts as long as the page.
 */

export type Theme = 'light' | 'dark' | 'sun';
export type ThemeChoice = 'system' | Theme;
export type TextSize = 'usual' | 'large';

const choiceKey = 'so-tay-theme';
const beforeSunKey = 'so-tay-theme-before-sun';
const textKey = 'so-tay-text';
const brand: Record<Theme, string> = { light: '#9F1219', dark: '#7A0E14', sun: '#6E0008' };
const kept = new Map<string, string>();
const listeners = new Set<() => void>();

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return kept.get(key) ?? null;
  }
}

function write(key: string, value: string): void {
  kept.set(key, value);
  try {
    localStorage.setItem(key, value);
  } catch {
    // Refused or full: the choice lasts as long as the page.
  }
}

export function themeChoice(): ThemeChoice {
  const choice = read(choiceKey);
  return choice === 'light' || choice === 'dark' || choice === 'sun' ? choice : 'system';
}

/** The look on the screen now: the choice, or what the system asks for (more contrast means Ngoài trời). */
export function theme(): Theme {
  const choice = themeChoice();
  if (choice !== 'system') return choice;
  if (matchMedia('(prefers-contrast: more)').matches) return 'sun';
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

export function textSize(): TextSize {
  return read(textKey) === 'large' ? 'large' : 'usual';
}

export function chooseTheme(choice: ThemeChoice): void {
  write(choiceKey, choice);
  showTheme();
}

/** One tap to Ngoài trời, one tap back to what was before. */
export function toggleSun(): void {
  if (theme() === 'sun') {
    const before = read(beforeSunKey);
    chooseTheme(before === 'light' || before === 'dark' ? before : themeChoice() === 'sun' ? 'system' : 'light');
  } else {
    write(beforeSunKey, themeChoice());
    chooseTheme('sun');
  }
}

export function chooseTextSize(size: TextSize): void {
  write(textKey, size);
  showTheme();
}

/** Calls back whenever the look has changed; answers how to stop. */
export function onTheme(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function showTheme(): void {
  const shown = theme();
  document.documentElement.dataset['theme'] = shown;
  document.documentElement.dataset['text'] = textSize();
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', brand[shown]);
  for (const listener of listeners) listener();
}

/** Shows the theme and follows the system from then on. Called once, before anything is drawn. */
export function followTheme(): void {
  showTheme();
  for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)']) {
    matchMedia(query).addEventListener('change', showTheme);
  }
}
