import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';

interface MoreListProps<Item> {
  items: readonly Item[];
  /** How many stand there at first, and how many come with each tap. */
  first: number;
  step: number;
  keyOf: (item: Item) => string;
  row: (item: Item) => ComponentChildren;
  /** Words of the button; @param count rows that the next tap brings. */
  more: (count: number) => string;
}

/** A long list in slices: a phone draws what is read, and the rest when it is asked for. */
export function MoreList<Item>({ items, first, step, keyOf, row, more }: MoreListProps<Item>) {
  const [shown, setShown] = useState(first);
  const next = Math.min(step, items.length - shown);
  return (
    <>
      <div class="card"><ul>{items.slice(0, shown).map((item) => <li key={keyOf(item)}>{row(item)}</li>)}</ul></div>
      {next > 0 && <Button kind="other" small onClick={() => setShown(shown + step)}>{more(next)}</Button>}
    </>
  );
}
