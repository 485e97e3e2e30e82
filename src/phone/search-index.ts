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

/**
 * The text in pieces, with what the query finds apart; put together they are the text again. By the rule that orders the
 * results: words side by side are what was meant where there are any, and a whole word where there is one. “bac ho” marks
 * “Bác Hồ”, and no “học” beside it.
 * @param within all texts of what was found, where this is one of several: a line beside the title marks nothing looser.
 */
export function markedPieces(text: string, query: string, within: readonly string[] = [text]): readonly TextPiece[] {
  const wanted = wordsOf(query);
  if (wanted.length === 0) return text === '' ? [] : [{ from: 0, text, isMatch: false }];
  // Marks of letters in parts belong to their word.
  const pieces = [...text.matchAll(/[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+/gu)].map(({ 0: piece, index: from }) => ({ from, text: piece, folded: foldPlain(piece) }));
  const words = pieces.filter(({ folded }) => /[\p{L}\p{N}]/u.test(folded));
  const isMatch = matcherFor(wanted, within.map(spaced));
  const folded = words.map((word) => word.folded);
  const marked = new Set(words.filter((_, at) => isMatch(folded, at)).map(({ from }) => from));
  const joined: TextPiece[] = [];
  for (const { from, text: piece } of pieces) {
    const isMarked = marked.has(from);
    const last = joined.at(-1);
    const before = joined.at(-2);
    // Words found side by side are one mark.
    if (isMarked && before?.isMatch && last && /^\s+$/.test(last.text)) joined.splice(-2, 2, { ...before, text: before.text + last.text + piece });
    else if (last && last.isMatch === isMarked) joined[joined.length - 1] = { ...last, text: last.text + piece };
    else joined.push({ from, text: piece, isMatch: isMarked });
  }
  return joined;
}

/** @returns whether the word at this place of the folded words belongs to what was meant. */
function matcherFor(wanted: readonly string[], within: readonly string[]): (words: readonly string[], at: number) => boolean {
  const holds = (phrase: string): boolean => within.some((folded) => folded.includes(phrase));
  const phrase = ` ${wanted.join(' ')}`;
  const isWholePhrase = holds(`${phrase} `);
  if (wanted.length > 1 && holds(phrase)) {
    const fits = (word: string | undefined, index: number): boolean => {
      const target = wanted[index] ?? '';
      return word === target || (word !== undefined && !isWholePhrase && index === wanted.length - 1 && word.startsWith(target));
    };
    return (words, at) => wanted.some((_, back) => at >= back && wanted.every((__, index) => fits(words[at - back + index], index)));
  }
  const parts = wanted.map((word) => ({ word, isWhole: holds(` ${word} `) }));
  return (words, at) => parts.some(({ word, isWhole }) => (isWhole ? words[at] === word : words[at]?.startsWith(word)));
}

/**
 * A line of a long text around the first word that the query finds, cut between words.
 * @param most letters, about; a shorter text comes whole. @param within as for the marks.
 */
export function excerptAround(text: string, query: string, most = 120, within: readonly string[] = [text]): string {
  if (text.length <= most) return text;
  let at = 0;
  for (const piece of markedPieces(text, query, within)) {
    if (piece.isMatch) break;
    at += piece.text.length;
  }
  if (at >= text.length) at = 0;
  const from = at < most / 2 ? 0 : text.indexOf(' ', at - most / 3) + 1;
  const end = text.lastIndexOf(' ', from + most);
  const until = end <= from || from + most >= text.length ? text.length : end;
  return `${from > 0 ? '…' : ''}${text.slice(from, Math.max(until, 0))}${until < text.length ? '…' : ''}`;
}
