import { chooseTheme, toggleSun } from '../../ui/theme.ts';
import type { ThemeChoice } from '../../ui/theme.ts';

/** The choice is remembered on this phone; `sun-toggle` goes to Ngoài trời and back to what was before. */
export function changeTheme(choice: ThemeChoice | 'sun-toggle'): void {
  if (choice === 'sun-toggle') toggleSun();
  else chooseTheme(choice);
}
