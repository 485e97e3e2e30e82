import { guideWords as words } from '../../../i18n/guide-words.ts';
import { stateWords } from '../../../i18n/state-words.ts';
import { Button } from '../../../ui/button.tsx';
import { Card, ListItem, Section } from '../../../ui/list.tsx';
import { Tag } from '../../../ui/strip.tsx';
import { InnerPage } from '../../parts/frame.tsx';
import { useReference } from '../../queries.ts';
import { paths } from '../../paths.ts';

const explained = [
  { state: 'queued', text: words.helpQueued },
  { state: 'received', text: words.helpReceived },
  { state: 'returned', text: words.helpReturned },
  { state: 'approved', text: words.helpApproved },
] as const;

export function HelpScreen() {
  const phone = useReference().value?.setting.phone ?? null;
  return (
    <InnerPage title={words.helpTitle} backHref={paths.home}>
      <div class="help-call">{phone === null ? <p>{words.helpNoPhone}</p> : <Button icon="call" href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{words.helpCall}</Button>}</div>
      <Card><ListItem icon="device" title={words.deviceTitle} text={words.deviceText} href={paths.device} /></Card>
      <Section title={words.helpSteps} />
      <ol class="card card-inside steps">
        <li>{words.helpStepOne}</li>
        <li>{words.helpStepTwo}</li>
        <li>{words.helpStepThree}</li>
      </ol>
      <Section title={words.helpStates} />
      <ul class="card card-inside stack">
        {explained.map(({ state, text }) => <li key={state}><Tag tone={state} icon={state}>{stateWords[state]}</Tag> {text}</li>)}
      </ul>
    </InnerPage>
  );
}
