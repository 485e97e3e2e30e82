/** Which addresses the worker answers from the phone, and which it leaves to the network. */

/**
 * Left to the network, as patterns over path and query: the server's own doors, and the desk, which works only with
 * the province at the other end. Its chunks are not kept on phones, so a kept page there could only start half.
 */
export const navigationDenyList: readonly RegExp[] = [/^\/api(?=[/?]|$)/, /^\/ban(?=[/?]|$)/, /^\/(healthz|readyz)(?=\?|$)/];

/** Every other path is a place in the phone's app: one kept page starts them all, without signal too. */
export const appPage = '/index.html';

/** Where other apps hand pictures over, as the manifest tells them. */
export const sharePath = '/chia-se';

/** Whether the app's page answers: a place of the app is opened, and it is not the network's. @param mode of the request. */
export function isAppNavigation(mode: string, url: URL): boolean {
  return mode === 'navigate' && !navigationDenyList.some((pattern) => pattern.test(url.pathname + url.search));
}
