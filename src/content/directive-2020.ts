/** The directive of 2020, word for word and as requirements (domain paper, §0a and §1.4). */
import * as z from 'zod/mini';
import { CitedDocument } from '../domain/cited-document.ts';
import { Directive } from '../domain/directive.ts';
import type { FormId } from '../domain/id.ts';
import { reportRequirement } from '../domain/requirement.ts';
import { Task } from '../domain/task.ts';
import { TextNote } from '../domain/text-note.ts';
import citedDocuments from './data/cited-documents.json' with { type: 'json' };
import directiveDocument from './data/directive-document.json' with { type: 'json' };
import directiveText from './data/directive-text-2020.json' with { type: 'json' };
import directiveTasks from './data/directive.json' with { type: 'json' };
import textNotes from './data/text-notes.json' with { type: 'json' };
import { forms } from './forms.ts';

const rawDocument = z.object({
  id: z.string(),
  identity: z.object({
    kind: z.string(),
    number: z.nullable(z.string()),
    date: z.nullable(z.string()),
    place: z.nullable(z.string()),
    signatory: z.nullable(z.string()),
    subject: z.string(),
    issuer: z.string(),
  }),
  lead: z.string(),
  blocks: z.array(z.object({
    id: z.string(), kind: z.string(), taskId: z.optional(z.string()), text: z.string(), after: z.string(),
  })),
});

const rawReach = z.object({
  levels: z.array(z.string()),
  types: z.optional(z.array(z.string())),
  optionalLevels: z.optional(z.array(z.string())),
  optionalTypes: z.optional(z.array(z.string())),
  extendedTo: z.optional(z.array(z.string())),
  minMembersSetting: z.optional(z.literal('manyMembers')),
  note: z.optional(z.string()),
});

const rawTasks = z.array(z.object({
  id: z.string(),
  short: z.string(),
  block: z.string(),
  openList: z.optional(z.boolean()),
  reqs: z.array(z.object({
    id: z.string(),
    vi: z.string(),
    quote: z.array(z.string()),
    when: z.string(),
    evidence: z.array(z.string()),
    eventIds: z.array(z.string()),
    window: z.optional(z.object({ from: z.string(), to: z.string() })),
    appliesTo: rawReach,
  })),
}));

/** Introductions to the Party, opinion collaborators, rebuttals and core workers: numbers only, never a note or a link. */
const countsOnly: readonly string[] = ['3.4', '3.5', '6.2', '6.3', '6.6', '9.7'];

/**
 * Not recorded as activities: 6.3 is an anonymous opinion slip with a screen of its own; C.2 is the periodic report;
 * C.3 and C.4 are what the province does with both.
 */
const closed: readonly string[] = ['6.3', reportRequirement, 'C.3', 'C.4'];

/** The directive as it was received, to the byte. */
export const directiveText2020: string = z.object({ text: z.string() }).parse(directiveText).text;

export const directive2020: Directive = readDirective();

/** The documents it names (domain paper, §1.3): what the text says of them, and what was found beside it. */
export const citedDocuments2020: readonly CitedDocument[] = z.array(CitedDocument).parse(citedDocuments);

/** Unclear places and slips (domain paper, §1.6): said beside the text, which stays as it is. */
export const textNotes2020: readonly TextNote[] = z.array(TextNote).parse(textNotes);

/** The nine tasks and the closing obligation, with 61 requirements. */
export const tasks2020: readonly Task[] = rawTasks.parse(directiveTasks).map((task) => Task.parse({
  id: task.id,
  short: task.short,
  blockId: task.block,
  isOpenList: task.openList === true,
  requirements: task.reqs.map((requirement) => ({
    id: requirement.id,
    words: requirement.vi,
    quotes: requirement.quote,
    when: requirement.when,
    evidence: requirement.evidence,
    occasionIds: requirement.eventIds,
    window: requirement.window ?? null,
    reach: {
      levels: requirement.appliesTo.levels,
      types: requirement.appliesTo.types ?? [],
      optionalLevels: requirement.appliesTo.optionalLevels ?? [],
      optionalTypes: requirement.appliesTo.optionalTypes ?? [],
      extendedTo: requirement.appliesTo.extendedTo ?? [],
      needsManyMembers: requirement.appliesTo.minMembersSetting === 'manyMembers',
      note: requirement.appliesTo.note ?? '',
    },
    countsOnly: countsOnly.includes(requirement.id),
    isOpen: !closed.includes(requirement.id),
    formIds: likelyForms(requirement.id),
  })),
}));

function readDirective(): Directive {
  const document = rawDocument.parse(directiveDocument);
  const { date, ...identity } = document.identity;
  return Directive.parse({
    id: document.id,
    ...identity,
    issuedOn: date,
    lead: document.lead,
    blocks: document.blocks.map((block) => ({ ...block, taskId: block.taskId ?? null })),
  });
}

// A form that names the requirement before all others was made for it; the rest keep the order of the forms.
function likelyForms(requirementId: string): FormId[] {
  const suggesting = forms.filter((form) => form.suggestedRequirementIds.some((id) => id === requirementId));
  const isMadeFor = (index: number): boolean => suggesting[index]?.suggestedRequirementIds[0] === requirementId;
  const order = suggesting.map((_, index) => index);
  order.sort((left, right) => Number(isMadeFor(right)) - Number(isMadeFor(left)) || left - right);
  return order.flatMap((index) => suggesting[index]?.id ?? []);
}
