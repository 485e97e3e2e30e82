import type { ComponentChildren } from 'preact';
import { phoneWords } from '../../../i18n/phone-words.ts';
import { Head } from '../../../ui/bar.tsx';
import { HelpLink, SampleLine } from '../../parts/frame.tsx';
import { Sun } from '../../parts/sun.tsx';
import { useTitle } from '../../queries.ts';
import './review.css';

interface ReviewPageProps { title: string; backHref: string; onBack?: (event: MouseEvent) => void; note?: ComponentChildren; foot?: ComponentChildren; children: ComponentChildren }

/** A page of the reviewer: on a PC it is as wide as two columns need. */
export function ReviewPage({ title, backHref, onBack, note, foot, children }: ReviewPageProps) {
  useTitle(`${title} – ${phoneWords.productShort}`);
  return (
    <div class="app is-wide">
      <Head title={title} backHref={backHref} backLabel={phoneWords.back} note={note} {...(onBack ? { onBack } : {})}><HelpLink /><Sun /></Head>
      <main>
        <SampleLine />
        {children}
      </main>
      {foot}
    </div>
  );
}
