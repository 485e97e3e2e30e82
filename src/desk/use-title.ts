import { useEffect } from 'preact/hooks';
import { deskWords as words } from '../i18n/desk-words.ts';
import { say } from '../i18n/say.ts';

/** The title of the browser's tab: the page's own first, because tabs are narrow. */
export function useTitle(page: string): void {
  useEffect(() => {
    document.title = say(words.pageTitle, { page, product: words.product });
  }, [page]);
}
