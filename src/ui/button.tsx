import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';

interface ButtonProps {
  children: ComponentChildren;
  /** `main` is the one thing to do on a page; `other` is outlined; `quiet` is a line of text with a thumb's height. */
  kind?: 'main' | 'other' | 'quiet';
  small?: boolean;
  icon?: IconName;
  /** With an address it is a link, which opens in a new tab and can be copied. */
  href?: string;
  type?: 'button' | 'submit';
  /** Of a submit button outside its form: the form's id. */
  form?: string;
  label?: string;
  onClick?: (event: MouseEvent) => void;
}

export function Button({ children, kind = 'main', small = false, icon, href, type = 'button', form, label, onClick }: ButtonProps) {
  const look = `button${kind === 'main' ? '' : ` button-${kind}`}${small ? ' button-small' : ''}`;
  const inside = (
    <>
      {icon && <Icon name={icon} />}
      {children}
    </>
  );
  return href === undefined
    ? <button type={type} form={form} class={look} aria-label={label} onClick={onClick}>{inside}</button>
    : <a class={look} href={href} aria-label={label} onClick={onClick}>{inside}</a>;
}
