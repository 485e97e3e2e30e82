import { useEffect, useState } from 'preact/hooks';
import { phoneWords as words } from '../../i18n/phone-words.ts';
import { SunButton } from '../../ui/bar.tsx';
import { changeTheme } from '../actions/change-theme.ts';
import { onTheme, theme } from '../../ui/theme.ts';

/** Ngoài trời, one tap from every screen. */
export function Sun() {
  const [pressed, setPressed] = useState(() => theme() === 'sun');
  useEffect(() => onTheme(() => setPressed(theme() === 'sun')), []);
  return <SunButton label={words.sun} pressed={pressed} onSun={() => changeTheme('sun-toggle')} />;
}
