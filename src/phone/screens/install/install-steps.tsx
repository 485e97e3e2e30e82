import type { ComponentChildren } from 'preact';
import { installWords as words } from '../../../i18n/install-words.ts';

/** Browsers of Android that offer nothing by themselves. */
export function MenuSteps() {
  return (
    <ol class="steps">
      <li>{words.menuOpen}</li>
      <li>{words.menuChoose}</li>
    </ol>
  );
}

/** iPhone and iPad: the system's own sheet, whatever the browser. */
export function ShareSteps({ children }: { children?: ComponentChildren }) {
  return (
    <ol class="steps">
      <li>{words.shareOpen} <ShareIcon /></li>
      <li>{words.shareChoose}</li>
      <li>{words.shareAdd}</li>
      {children}
    </ol>
  );
}

/** A box with an arrow out of it, as the system draws it. */
function ShareIcon() {
  return (
    <svg class="icon share-icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M12 15V3M8 6.5 12 3l4 3.5M8.5 10H5.5v11h13V10h-3" />
    </svg>
  );
}
