import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { phoneWords } from '../../../i18n/phone-words.ts';
import { Head } from '../../../ui/bar.tsx';
import { openLayer } from '../../router.ts';

/**
 * A list over the whole page. A native dialog keeps focus and screen readers inside; the phone's own back button
 * closes it and leaves the form as it was.
 */
export function PickerPage({ title, onClose, children }: { title: string; onClose: () => void; children: ComponentChildren }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>('[aria-current="true"]')?.scrollIntoView({ block: 'center' });
    return openLayer(() => close.current());
  }, []);
  return (
    <dialog ref={dialog} class="picker" aria-label={title} onCancel={(event) => { event.preventDefault(); onClose(); }}>
      <Head title={title} level={2} backHref="#" backLabel={phoneWords.back} onBack={(event) => { event.preventDefault(); onClose(); }} />
      <div class="picker-list">{children}</div>
    </dialog>
  );
}
