/** Công bố: one published thing in one version, immutable. The province writes it, phones receive it through sync. */
import * as z from 'zod/mini';
import { CitedDocument } from './cited-document.ts';
import { Directive } from './directive.ts';
import { Figure } from './figure.ts';
import { Form } from './form.ts';
import { Occasion } from './occasion.ts';
import { ReportCalendar } from './period.ts';
import { Setting } from './setting.ts';
import { Task } from './task.ts';
import { TextNote } from './text-note.ts';

/** `setting`, `directive`, `citations`, `notes`, `figures`, `indicators`, `calendar`, `task/4`, `occasion/e0519`, `form/hoi-nghi`. */
export const PublicationId = z.string().check(z.regex(/^[a-z]{2,20}(\/[A-Za-z0-9-]{1,40})?$/)).brand<'PublicationId'>();
export type PublicationId = z.infer<typeof PublicationId>;

export const Publication = z.object({
  id: PublicationId,
  version: z.int().check(z.minimum(1)),
  audience: z.literal('all'),
  body: z.json(),
});
export type Publication = z.infer<typeof Publication>;

/** A published thing that was read. `later`: of a kind that this version of the app does not know yet; it is kept, not used. */
export type Published =
  | { readonly kind: 'setting'; readonly setting: Setting }
  | { readonly kind: 'directive'; readonly directive: Directive }
  | { readonly kind: 'citations'; readonly documents: readonly CitedDocument[] }
  | { readonly kind: 'notes'; readonly notes: readonly TextNote[] }
  | { readonly kind: 'figures'; readonly figures: readonly Figure[] }
  | { readonly kind: 'task'; readonly task: Task }
  | { readonly kind: 'occasion'; readonly occasion: Occasion }
  | { readonly kind: 'form'; readonly form: Form }
  | { readonly kind: 'calendar'; readonly calendar: ReportCalendar }
  /** Not read here: only a report needs it (`readIndicatorSet`), and home is not to carry its rules. */
  | { readonly kind: 'indicators'; readonly body: unknown }
  | { readonly kind: 'later' }
  | { readonly kind: 'malformed'; readonly reason: string };

/**
 * Reads the body of a published thing by the first part of its id.
 * Never throws: an unknown kind is `later`, a body that does not fit its kind is `malformed` with the reason in English.
 */
export function parsePublication(id: string, body: unknown): Published {
  const slash = id.indexOf('/');
  switch (slash < 0 ? id : id.slice(0, slash)) {
    case 'setting':
      return read(Setting, body, (setting) => ({ kind: 'setting', setting }));
    case 'directive':
      return read(Directive, body, (directive) => ({ kind: 'directive', directive }));
    case 'citations':
      return read(z.array(CitedDocument), body, (documents) => ({ kind: 'citations', documents }));
    case 'notes':
      return read(z.array(TextNote), body, (notes) => ({ kind: 'notes', notes }));
    case 'figures':
      return read(z.array(Figure), body, (figures) => ({ kind: 'figures', figures }));
    case 'task':
      return read(Task, body, (task) => ({ kind: 'task', task }));
    case 'occasion':
      return read(Occasion, body, (occasion) => ({ kind: 'occasion', occasion }));
    case 'form':
      return read(Form, body, (form) => ({ kind: 'form', form }));
    case 'calendar':
      return read(ReportCalendar, body, (calendar) => ({ kind: 'calendar', calendar }));
    case 'indicators':
      return { kind: 'indicators', body };
    default:
      return { kind: 'later' };
  }
}

function read<T>(
  schema: z.ZodMiniType<T>, body: unknown, wrap: (value: T) => Published,
): Published {
  const result = schema.safeParse(body);
  if (result.success) return wrap(result.data);
  const first = result.error.issues[0];
  return { kind: 'malformed', reason: first === undefined ? 'unreadable' : `${first.path.join('.')}: ${first.code}` };
}
