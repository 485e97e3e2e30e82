/** A state is told by a word and a shape; colour only repeats it. */
import { expect, test } from 'vitest';
import { stateWords } from '../../src/i18n/state-words.ts';
import { Icon } from '../../src/ui/icon.tsx';
import type { IconName } from '../../src/ui/icon.tsx';

const states = Object.keys(stateWords) as (keyof typeof stateWords)[];

test('[kA7] the eight states have eight words and eight shapes', () => {
  expect(states).toHaveLength(8);
  expect(new Set(Object.values(stateWords)).size).toBe(8);
  expect(new Set(states.map((state) => shapeOf(state))).size).toBe(8);
});

/** The path that the icon of this name draws. */
function shapeOf(name: IconName): string {
  const drawn = Icon({ name }) as unknown as { readonly props: { readonly children: { readonly props: { readonly d: string } } } };
  const { d } = drawn.props.children.props;
  if (d === '') throw new Error(`${name} draws nothing`);
  return d;
}
