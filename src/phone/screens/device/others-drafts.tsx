import { guideWords as words } from '../../../i18n/guide-words.ts';
import { say } from '../../../i18n/say.ts';
import { usePhone } from '../../context.ts';
import { useLive } from '../../queries.ts';

/** That drafts of other officers lie on this phone, how many, and whose code brings them back: nothing of what stands in them. */
export function OthersDrafts() {
  const { hands, identity } = usePhone();
  const { value: others } = useLive(async () => {
    const [drafts, reportDrafts, officers] = await Promise.all([hands.notebook.drafts(), hands.notebook.reportDrafts(), hands.mirror.officers()]);
    const counts = new Map<string, number>();
    for (const { officerId } of [...drafts, ...reportDrafts]) if (officerId !== identity.officer.id) counts.set(officerId, (counts.get(officerId) ?? 0) + 1);
    return [...counts].map(([id, count]) => ({ id, count, officer: officers.find((one) => one.id === id)?.name ?? words.anotherOfficer }));
  }, [hands, identity]);
  return <>{others?.map(({ id, count, officer }) => <p key={id} class="muted">{say(words.othersDrafts, { count, officer })}</p>)}</>;
}
