import { deviceWords as words } from '../../../i18n/device-words.ts';
import { say } from '../../../i18n/say.ts';
import { Card, Section } from '../../../ui/list.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { InnerPage } from '../../parts/frame.tsx';
import { useReference } from '../../queries.ts';
import { paths } from '../../routes.ts';

const answers = [
  [words.helpOfflineHeading, words.helpOfflineText],
  [words.helpReceivedHeading, words.helpReceivedText],
  [words.helpReturnedHeading, words.helpReturnedText],
  [words.helpUndoHeading, words.helpUndoText],
  [words.helpNamesHeading, words.helpNamesText],
  [words.helpPhoneHeading, words.helpPhoneText],
] as const;

/** Trợ giúp: whom to call, and what officers ask. Readable without a network like every page. */
export function HelpScreen() {
  const phone = useReference().value?.setting.phone ?? null;
  return (
    <InnerPage title={words.helpTitle} backHref={paths.home}>
      <Card>
        <p class="card-inside row">
          <Icon name="call" />
          {phone === null ? <span class="grow">{words.helpNoPhone}</span> : <a class="grow" href={`tel:${phone}`}>{say(words.helpCall, { phone })}</a>}
        </p>
      </Card>
      {answers.map(([heading, text]) => (
        <section key={heading}>
          <Section title={heading} />
          <Card><p class="card-inside">{text}</p></Card>
        </section>
      ))}
    </InnerPage>
  );
}
