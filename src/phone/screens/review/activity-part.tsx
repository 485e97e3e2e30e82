import { Activity } from '../../../domain/activity.ts';
import type { OfficerId } from '../../../domain/id.ts';
import { recordWords } from '../../../i18n/record-words.ts';
import { reviewWords as words } from '../../../i18n/review-words.ts';
import { say } from '../../../i18n/say.ts';
import { Section } from '../../../ui/list.tsx';
import { activityFields, differences } from '../../activity-fields.ts';
import { usePhone } from '../../context.ts';
import { fieldName } from '../../field-name.ts';
import { useLive } from '../../queries.ts';
import { formOf } from '../../reference.ts';
import { RemarksBefore } from './remarks-before.tsx';
import type { ReviewPartProps } from './use-review.ts';

/** What the unit wrote, and what it has mended since it was returned. */
export function ActivityPart({ item, activity, desk }: ReviewPartProps & { activity: Activity }) {
  const { reference } = desk;
  const form = formOf(reference, activity.formId, activity.formVersion);
  return (
    <>
      {item.view.standing.qualifier === 'edited-after-return' && <Mended item={item} activity={activity} desk={desk} />}
      <RemarksBefore item={item} label={(field) => fieldName(field, reference, form)} />
      <Section title={words.content} />
      <div class="card card-inside">
        <dl class="fields digits">
          <WrittenBy item={item} />
          {activityFields(activity, reference).filter(({ field, text }) => text !== '' && field !== 'photos').map(({ field, name, text }) => (
            <div key={field}><dt>{name}</dt><dd>{text}</dd></div>
          ))}
        </dl>
      </div>
    </>
  );
}

function Mended({ item, activity, desk }: ReviewPartProps & { activity: Activity }) {
  const before = Activity.safeParse(item.record.returned?.body).data;
  const changed = before ? differences(before, activity, desk.reference) : [];
  return (
    <>
      <Section title={words.mendedTitle} />
      <ul class="card card-inside digits">
        {!before && <li>{words.mendedUnknown}</li>}
        {before && changed.length === 0 && <li>{words.mendedNothing}</li>}
        {changed.map(({ field, name, one, other }) => (
          <li key={field}>{say(recordWords.changed, { field: name, before: one || recordWords.empty, after: other || recordWords.empty })}</li>
        ))}
      </ul>
    </>
  );
}

function WrittenBy({ item: { view: { writtenBy } } }: Pick<ReviewPartProps, 'item'>) {
  const { mirror } = usePhone().hands;
  const name = useLive(async () => (writtenBy === null ? null : await mirror.officer(writtenBy as OfficerId)), [mirror, writtenBy], (key) => key.startsWith('["officer"')).value?.name;
  return name === undefined ? null : <div><dt>{words.writtenBy}</dt><dd>{name}</dd></div>;
}
