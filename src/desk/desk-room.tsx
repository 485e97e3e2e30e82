import type { ComponentType } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { dateText } from '../i18n/format.ts';
import { deskReportWords as reportWords } from '../i18n/desk-report-words.ts';
import { deskWords as words } from '../i18n/desk-words.ts';
import { say } from '../i18n/say.ts';
import type { DeskMe } from '../sync/desk-protocol.ts';
import { deskPath, firstLoginToken } from './address.ts';
import type { DeskApi, Refusal } from './api.ts';
import { isProgrammeAddress } from './programme-address.ts';
import { isReportAddress } from './report-address.ts';
import { RefusalNotice } from './parts/refusal-notice.tsx';
import { FirstLoginScreen } from './screens/log-in/first-login-screen.tsx';
import { LogInScreen } from './screens/log-in/log-in-screen.tsx';
import { ReviewScreen } from './screens/review/review-screen.tsx';
import type { PartProps } from './use-deciding.ts';

/** A chunk that does not come says no more than that there is no way to the server. */
const unreachable: Refusal = { code: 'unreachable', title: '', next: '', field: null, first: null };

type Place =
  | { readonly kind: 'opening' }
  | { readonly kind: 'failed'; readonly refusal: Refusal }
  | { readonly kind: 'first-login'; readonly token: string }
  | { readonly kind: 'log-in' };

/**
 * Who sits at the desk. When a session ends, the page that was open stays behind the login form, hidden: what was
 * typed there and the address are as they were after the login.
 */
export function DeskRoom({ api }: { api: DeskApi }) {
  const [me, setMe] = useState<DeskMe | null>(null);
  const [hasEnded, setEnded] = useState(false);
  const [place, setPlace] = useState<Place>(() => {
    const token = firstLoginToken(location.hash);
    return token === null ? { kind: 'opening' } : { kind: 'first-login', token };
  });

  // A link opened in a tab where the desk stands already changes the hash alone: begin anew with it.
  useEffect(() => {
    const follow = (): void => {
      if (firstLoginToken(location.hash) !== null) location.reload();
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);

  const open = useCallback((): void => setPlace({ kind: 'opening' }), []);
  const isOpening = place.kind === 'opening';
  useEffect(() => {
    if (!isOpening) return;
    void api.me().then((answer) => {
      if (answer.ok) setMe(answer.value);
      else setPlace(answer.refusal.code === 'session-missing' ? { kind: 'log-in' } : { kind: 'failed', refusal: answer.refusal });
    });
  }, [api, isOpening]);

  const enter = (who: DeskMe): void => {
    // The token is spent; a copied address shall not carry it.
    if (location.hash !== '') history.replaceState(null, '', location.pathname + location.search);
    setMe(who);
    setEnded(false);
  };
  /** Without an answer the cookie still opens the desk, so nobody is shown a login form that any passer-by could skip. */
  const leave = useCallback(async (): Promise<boolean> => {
    const answer = await api.logOut();
    if (!answer.ok && answer.refusal.code !== 'session-missing') return false;
    history.replaceState(null, '', deskPath);
    setMe(null);
    setPlace({ kind: 'log-in' });
    return true;
  }, [api]);
  const end = useCallback(() => setEnded(true), []);

  const [isReport, setReport] = useState(() => isReportAddress(location.search));
  const [isProgramme, setProgramme] = useState(() => isProgrammeAddress(location.search));
  useEffect(() => {
    const follow = (): void => {
      setReport(isReportAddress(location.search));
      setProgramme(isProgrammeAddress(location.search));
    };
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  const openPart = useCallback((path: string): void => {
    history.pushState(null, '', path);
    // The part that is open follows its own address; the other one reads the address when it opens.
    dispatchEvent(new PopStateEvent('popstate'));
  }, []);
  // The reports come as a chunk of their own: who only reads activities need not wait for it.
  const [Reports, setReports] = useState<ComponentType<PartProps> | null>(null);
  const [loadFailed, setLoadFailed] = useState(false);
  useEffect(() => {
    if (!isReport || Reports !== null) return;
    import('./screens/reports/report-screen.tsx').then(({ ReportScreen }) => setReports(() => ReportScreen), () => setLoadFailed(true));
  }, [isReport, Reports]);
  const [Programmes, setProgrammes] = useState<ComponentType<PartProps> | null>(null);
  useEffect(() => {
    if (!isProgramme || Programmes !== null) return;
    import('./screens/programmes/programme-screen.tsx').then(({ ProgrammeScreen }) => setProgrammes(() => ProgrammeScreen), () => setLoadFailed(true));
  }, [isProgramme, Programmes]);

  if (me !== null) {
    return (
      <>
        {hasEnded && <LogInScreen api={api} hasEnded onInside={enter} />}
        <div class="desk-place" hidden={hasEnded}>
          {me.sample && <aside class="sample">{say(words.sampleBanner, { date: dateText(me.today) })}</aside>}
          {isReport && Reports !== null && <Reports key={me.name} api={api} me={me} isEnded={hasEnded} onSessionEnd={end} onLogOut={leave} onOpen={openPart} />}
          {isProgramme && Programmes !== null && <Programmes key={me.name} api={api} me={me} isEnded={hasEnded} onSessionEnd={end} onLogOut={leave} onOpen={openPart} />}
          {((isReport && Reports === null) || (isProgramme && Programmes === null)) && loadFailed && <main class="entrance"><RefusalNotice refusal={unreachable} title={reportWords.listFailed} onAgain={() => location.reload()} /></main>}
          {!isReport && !isProgramme && <ReviewScreen key={me.name} api={api} me={me} isEnded={hasEnded} onSessionEnd={end} onLogOut={leave} onOpen={openPart} />}
        </div>
      </>
    );
  }
  switch (place.kind) {
    case 'opening':
      return null;
    case 'failed':
      return <main class="entrance"><RefusalNotice refusal={place.refusal} title={words.listFailed} onAgain={open} /></main>;
    case 'first-login':
      return <FirstLoginScreen api={api} token={place.token} onInside={enter} onLogIn={() => {
        history.replaceState(null, '', deskPath);
        open();
      }} />;
    case 'log-in':
      return <LogInScreen api={api} hasEnded={false} onInside={enter} />;
  }
}
