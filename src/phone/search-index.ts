/**
 * What Tìm finds: words of the directive, requirements, the unit's own records, occasions and the help, without marks.
 * Each text is folded once and kept; a keystroke walks over the folded texts. With 10,000 records that is a few
 * milliseconds on a slow phone, so there is no tree to build, to store or to keep in step (DECISIONS.md).
 */
import { foldPlain } from '../domain/plain-fold.ts';

/** The groups of the answer, in the order they are shown. */
export const searchGroups = ['records', 'requirements', 'directive', 'occasions', 'help'] as const;
export type SearchGroup = (typeof searchGroups)[number];

/** Something that can be found. */
export interface SearchSource {
  readonly group: SearchGroup;
  /** Unique within its group. */
  readonly id: string;
  /** What is found here stands above what is only found in the text. */
  readonly title: string;
  readonly text: string;
  /** Changes whenever title or text do: what keeps its stamp is not folded again. */
  readonly stamp: string;
}

export interface SearchHits {
  readonly group: SearchGroup;
  /** The best ones first, of equal ones in the order they were offered. */
  readonly sources: readonly SearchSource[];
  /** How many there are; more than are listed when there are many. */
  readonly count: number;
}

interface Entry {
  readonly source: SearchSource;
  /** Title, then text, both folded: a space before every word and at the end. */
  readonly folded: string;
  /** Where the text begins. */
  readonly titleEnd: number;
}

/** More are not read by anybody: one more word finds the right one sooner. */
export const mostHits = 50;

/** What one question found, for the next one: who types on looks among these only. */
interface Answer {
  readonly wanted: readonly string[];
  readonly found: ReadonlyMap<SearchGroup, readonly Entry[]>;
}

export class SearchIndex {
  #entries = new Map<SearchGroup, Map<string, Entry>>();
  #waiting: SearchSource[] = [];
  #last: Answer | null = null;

  /**
   * Lays down what one group holds from now on. What kept its stamp stays as it is; what is new or changed waits to be
   * folded, and is found from then on; what is gone is not found any more.
   */
  offer(group: SearchGroup, sources: readonly SearchSource[]): void {
    const known = this.#entries.get(group);
    const kept = new Map<string, Entry>();
    const waiting: SearchSource[] = [];
    for (const source of sources) {
      const entry = known?.get(source.id);
      if (entry?.source.stamp === source.stamp) kept.set(source.id, entry);
      else waiting.push(source);
    }
    this.#entries.set(group, kept);
    this.#waiting = [...this.#waiting.filter((source) => source.group !== group), ...waiting];
    this.#last = null;
  }

  /** Folds at most so many of those that wait, the first offered first. @returns how many still wait. */
  fold(most: number): number {
    for (const source of this.#waiting.splice(0, most)) {
      const title = spaced(source.title);
      this.#entries.get(source.group)?.set(source.id, { source, folded: title + spaced(source.text), titleEnd: title.length });
      this.#last = null;
    }
    return this.#waiting.length;
  }

  /**
   * @param query as typed: every word of it must begin a word of title or text, with marks or without.
   * @returns the groups that have any, each with at most 50; nothing for a query without a letter or a digit.
   */
  find(query: string): readonly SearchHits[] {
    const wanted = wordsOf(query).map((word) => ` ${word}`);
    if (wanted.length === 0) return [];
    const among = this.#last && narrows(this.#last.wanted, wanted) ? this.#last.found : null;
    const typed = hasMarks(query) ? query.normalize('NFC').toLowerCase().trim() : null;
    const found = new Map<SearchGroup, readonly Entry[]>();
    const answer = searchGroups.flatMap((group) => {
      const hits = hitsOf(among?.get(group) ?? this.#entries.get(group)?.values() ?? [], wanted, typed);
      found.set(group, hits.entries);
      return hits.entries.length === 0 ? [] : [{ group, sources: hits.best, count: hits.entries.length }];
    });
    this.#last = { wanted, found };
    return answer;
  }

  /** The ids of everything of one group that the query finds; null for a query without a letter or a digit. */
  matching(group: SearchGroup, query: string): ReadonlySet<string> | null {
    const wanted = wordsOf(query).map((word) => ` ${word}`);
    if (wanted.length === 0) return null;
    const among = this.#last && narrows(this.#last.wanted, wanted) ? this.#last.found.get(group) : undefined;
    const entries: Entry[] = [];
    for (const entry of among ?? this.#entries.get(group)?.values() ?? []) if (wanted.every((word) => entry.folded.includes(word))) entries.push(entry);
    this.#last = { wanted, found: new Map([[group, entries]]) };
    return new Set(entries.map(({ source }) => source.id));
  }
}

/** Whether whatever the later words find, the earlier ones found: each of them goes on in a later one. */
function narrows(earlier: readonly string[], later: readonly string[]): boolean {
  return earlier.every((word) => later.some((next) => next.startsWith(word)));
}

function hitsOf(among: Iterable<Entry>, wanted: readonly string[], typed: string | null): { readonly entries: readonly Entry[]; readonly best: readonly SearchSource[] } {
  const phrase = wanted.join('');
  const entries: Entry[] = [];
  // By score, fifty of each: sorting ten thousand to show fifty would cost more than finding them.
  const byScore: (SearchSource[] | undefined)[] = [];
  for (const entry of among) {
    let score = scoreOf(entry, wanted, phrase);
    if (score === 0) continue;
    entries.push(entry);
    // Whoever takes the trouble to type the marks means these very words.
    if (typed !== null && entry.source.title.toLowerCase().normalize('NFC').includes(typed)) score += 20;
    const list = byScore[score];
    if (!list) byScore[score] = [entry.source];
    else if (list.length < mostHits) list.push(entry.source);
  }
  return { entries, best: byScore.toReversed().flatMap((list) => list ?? []).slice(0, mostHits) };
}

/** 0 when a word is missing. A whole word counts above a beginning, the title above the text, words side by side above all. */
function scoreOf({ folded, titleEnd }: Entry, wanted: readonly string[], phrase: string): number {
  let score = 0;
  for (const word of wanted) {
    const at = folded.indexOf(word);
    if (at < 0) return 0;
    const isWhole = folded[at + word.length] === ' ';
    score += at < titleEnd - 1 ? (isWhole ? 8 : 6) : isWhole ? 3 : 2;
  }
  if (wanted.length === 1) return score;
  const at = folded.indexOf(phrase);
  return at < 0 ? score : score + (at < titleEnd - 1 ? 12 : 4);
}

function wordsOf(text: string): readonly string[] {
  return foldPlain(text).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

function spaced(text: string): string {
  return ` ${wordsOf(text).join(' ')} `;
}

function hasMarks(text: string): boolean {
  return foldPlain(text) !== text.toLowerCase().replace(/\s+/g, ' ').trim();
}

export interface TextPiece {
  /** Where it begins in the whole text. */
  readonly from: number;
  readonly text: string;
  readonly isMatch: boolean;
}

/** The text in pieces, with the words that the query begins apart; put together they are the text again. */
export function markedPieces(text: string, query: string): readonly TextPiece[] {
  const wanted = wordsOf(query);
  if (wanted.length === 0) return text === '' ? [] : [{ from: 0, text, isMatch: false }];
  const pieces: TextPiece[] = [];
  // Marks of letters in parts belong to their word.
  for (const { 0: piece, index: from } of text.matchAll(/[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+/gu)) {
    const folded = foldPlain(piece);
    const isMatch = folded !== '' && wanted.some((word) => folded.startsWith(word));
    const last = pieces.at(-1);
    const before = pieces.at(-2);
    // Words found side by side are one mark.
    if (isMatch && before?.isMatch && last && /^\s+$/.test(last.text)) pieces.splice(-2, 2, { ...before, text: before.text + last.text + piece });
    else if (last && last.isMatch === isMatch) pieces[pieces.length - 1] = { ...last, text: last.text + piece };
    else pieces.push({ from, text: piece, isMatch });
  }
  return pieces;
}

/**
 * A line of a long text around the first word that the query finds, cut between words.
 * @param most letters, about; a shorter text comes whole.
 */
export function excerptAround(text: string, query: string, most = 120): string {
  if (text.length <= most) return text;
  let at = 0;
  for (const piece of markedPieces(text, query)) {
    if (piece.isMatch) break;
    at += piece.text.length;
  }
  if (at >= text.length) at = 0;
  const from = at < most / 2 ? 0 : text.indexOf(' ', at - most / 3) + 1;
  const end = text.lastIndexOf(' ', from + most);
  const until = end <= from || from + most >= text.length ? text.length : end;
  return `${from > 0 ? '…' : ''}${text.slice(from, Math.max(until, 0))}${until < text.length ? '…' : ''}`;
}
