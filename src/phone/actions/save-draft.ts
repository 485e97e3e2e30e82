import type { DraftEntry } from '../../device/draft-entry.ts';
import type { Notebook } from '../../device/notebook.ts';
import { instantOf } from '../../domain/time.ts';
import type { Instant } from '../../domain/time.ts';
import { composed } from '../screens/form/form-model.ts';

/** Keeps what is typed so far. Answers when, once it is durable; throws StoreTrouble when the phone refuses. */
export async function saveDraft(notebook: Notebook, draft: DraftEntry): Promise<Instant> {
  const updatedAt = instantOf(Date.now());
  await notebook.saveDraft({ ...draft, updatedAt, content: composed(draft.content) });
  return updatedAt;
}
