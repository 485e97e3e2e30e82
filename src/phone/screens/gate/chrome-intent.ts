import { carriedAddress } from '../../carried-code.ts';

/**
 * A link that Android hands to Chrome, whatever app the page is shown in. Where Chrome is missing, the same page opens
 * again and its steps remain.
 * Source: developer.chrome.com/docs/android/intents.
 */
export function chromeIntent(page: URL): string {
  const scheme = page.protocol.replace(':', '');
  const fallback = encodeURIComponent(page.href);
  return `intent://${page.host}${carriedAddress(page)}#Intent;scheme=${scheme};package=com.android.chrome;S.browser_fallback_url=${fallback};end`;
}
