import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { phoneWords } from '../../i18n/phone-words.ts';
import { Icon } from '../../ui/icon.tsx';
import { openLayer } from '../router.ts';

interface PhotoViewerProps {
  title: string;
  onClose: () => void;
  /** Null at the ends. */
  onBefore: (() => void) | null;
  onNext: (() => void) | null;
  beforeLabel: string;
  nextLabel: string;
  children: ComponentChildren;
}

/** One picture over the whole page. A native dialog keeps the focus; Esc, the phone's back button and the cross close it. */
export function PhotoViewer({ title, onClose, onBefore, onNext, beforeLabel, nextLabel, children }: PhotoViewerProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    const shut = openLayer(() => close.current());
    return () => {
      shut();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowLeft') onBefore?.();
    if (event.key === 'ArrowRight') onNext?.();
  };
  return (
    <dialog ref={dialog} class="viewer" aria-label={title} onCancel={(event) => { event.preventDefault(); onClose(); }} onKeyDown={onKeyDown}>
      <div class="viewer-bar">
        <button type="button" class="icon-button" aria-label={phoneWords.back} onClick={onClose}><Icon name="close" /></button>
        <span class="grow digits" aria-live="polite">{title}</span>
        {onBefore && <button type="button" class="icon-button" aria-label={beforeLabel} onClick={onBefore}><Icon name="back" /></button>}
        {onNext && <button type="button" class="icon-button" aria-label={nextLabel} onClick={onNext}><Icon name="next" /></button>}
      </div>
      <div class="viewer-picture">{children}</div>
    </dialog>
  );
}
