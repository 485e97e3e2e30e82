import type { ComponentChildren } from 'preact';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icon.tsx';

interface MenuLinkProps {
  href: string;
  icon: IconName;
  isCurrent?: boolean;
  /** A list within the part of the desk that is open. */
  isInner?: boolean;
  /** Begins another part of the desk. */
  isPart?: boolean;
  count?: number | null;
  onOpen: () => void;
  children: ComponentChildren;
}

/** One entry of the desk's menu: a link, so that it opens in another tab too. */
export function MenuLink({ href, icon, isCurrent = false, isInner = false, isPart = false, count = null, onOpen, children }: MenuLinkProps) {
  return (
    <a
      class={isInner ? 'is-inner' : isPart ? 'is-part' : undefined} href={href} aria-current={isCurrent ? 'page' : undefined}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        onOpen();
      }}
    >
      <Icon name={icon} />{children}
      {count !== null && count > 0 && <b class={`digits tone-${icon}`}>{count}</b>}
    </a>
  );
}
