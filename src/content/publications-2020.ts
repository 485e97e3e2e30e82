/** Everything the province publishes for the working year 2020, ready to be stored as versions. */
import { PublicationId } from '../domain/publication.ts';
import type { Publication } from '../domain/publication.ts';
import { Setting } from '../domain/setting.ts';
import { LocalDate } from '../domain/time.ts';
import unitTypes from './data/unit-types.json' with { type: 'json' };
import { citedDocuments2020, directive2020, tasks2020, textNotes2020 } from './directive-2020.ts';
import { enteredFigures } from './figures.ts';
import { forms } from './forms.ts';
import { indicatorSet } from './indicators.ts';
import { knownNames } from './known-names.ts';
import { occasions2020 } from './occasions-2020.ts';
import { reportCalendar } from './report-calendar.ts';

/** The day on which the sample mode lives: between Workers' Month and 19/5. */
export const sampleWorkingDay: LocalDate = LocalDate.parse('2020-05-15');

/**
 * Where a link may lead: pages of the union, of offices, and of the press; subdomains are included. Facebook is let in
 * for the pages of organisations only (`domain/web-link.ts` says which addresses those can be).
 */
const linkHosts: readonly string[] = [
  'congdoan.vn', 'congdoanvietnam.vn', 'congdoandienbien.org.vn', 'tuyengiao.vn', 'dangcongsan.vn', 'gov.vn',
  'dienbientv.vn', 'baodienbienphu.com.vn', 'baodienbienphu.vn', 'laodong.vn', 'nld.com.vn', 'laodongthudo.vn',
  'nhandan.vn', 'vov.vn', 'vtv.vn', 'vtvgo.vn', 'baochinhphu.vn', 'chinhphu.vn', 'qdnd.vn', 'tienphong.vn', 'thanhnien.vn',
  'tuoitre.vn', 'vietnamplus.vn', 'baotintuc.vn', 'daidoanket.vn', 'daibieunhandan.vn', 'giaoducthoidai.vn', 'suckhoedoisong.vn',
  'dantocmiennui.vn', 'baodantoc.vn', 'congluan.vn', 'vnexpress.net', 'vietnamnet.vn', 'dantri.com.vn',
  'facebook.com',
];

/** @param options.sample the sample mode: the working day stands still on 15/5/2020. */
export function publications2020(options: { readonly sample: boolean }): readonly Publication[] {
  const workingDay = options.sample ? sampleWorkingDay : null;
  const setting = Setting.parse({
    workingDay,
    sample: options.sample,
    workingYear: 2020,
    manyMembers: unitTypes.settings.find((one) => one.id === 'manyMembers')?.default,
    phone: null,
    linkHosts,
    knownNames,
  });
  return [
    published('setting', 1, setting),
    published('directive', 1, directive2020),
    published('citations', 1, citedDocuments2020),
    published('notes', 1, textNotes2020),
    published('figures', 1, enteredFigures),
    published('indicators', indicatorSet.version, indicatorSet),
    published('calendar', reportCalendar.version, reportCalendar),
    ...tasks2020.map((task) => published(`task/${task.id}`, 1, task)),
    ...occasions2020(workingDay).map((occasion) => published(`occasion/${occasion.id}`, 1, occasion)),
    // The opinion slip waits for its own screen: what is not published cannot be chosen.
    ...forms.filter((form) => !form.hasOwnScreen).map((form) => published(`form/${form.id}`, form.version, form)),
  ];
}

// JSON and back, so that a body is exactly what will be stored and sent.
function published(id: string, version: number, body: unknown): Publication {
  return { id: PublicationId.parse(id), version, audience: 'all', body: JSON.parse(JSON.stringify(body)) as Publication['body'] };
}
