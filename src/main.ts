/** The roof: one page, two apps. The desk never weighs on a phone, so each arrives by its own import. */

const root = document.getElementById('app');
if (root) {
  const isDesk = /^\/ban(\/|$)/.test(location.pathname);
  void (isDesk ? import('./desk/start.ts') : import('./phone/start.ts')).then((app) => app.start(root));
}
