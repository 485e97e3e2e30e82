import { describe, expect, it } from 'vitest';
import { shortcutOf } from '../../src/ui/shortcut.ts';

const aKey = (change: Partial<Parameters<typeof shortcutOf>[0]>) =>
  ({ code: '', key: '', ctrlKey: false, altKey: false, metaKey: false, repeat: false, ...change });

describe('the keys of the list', () => {
  it.each([
    [{ code: 'KeyJ', key: 'j' }, 'next'],
    [{ code: 'ArrowDown', key: 'ArrowDown' }, 'next'],
    [{ code: 'KeyK', key: 'k' }, 'previous'],
    [{ code: 'KeyD', key: 'đ' }, 'approve'],
    [{ code: 'KeyT', key: 't' }, 'return'],
    [{ code: 'Slash', key: '/' }, 'search'],
    [{ code: 'Digit7', key: '/' }, 'search'],
    [{ code: 'KeyX', key: 'x' }, null],
  ])('%j asks for %s', (key, asked) => {
    expect(shortcutOf(aKey(key), true)).toBe(asked);
  });

  it('leave the browser’s own keys alone', () => {
    for (const held of ['ctrlKey', 'altKey', 'metaKey'] as const) expect(shortcutOf(aKey({ code: 'KeyD', key: 'd', [held]: true }), true)).toBeNull();
  });

  it('can be switched off, all but the arrows', () => {
    for (const code of ['KeyJ', 'KeyK', 'KeyD', 'KeyT']) expect(shortcutOf(aKey({ code }), false)).toBeNull();
    expect(shortcutOf(aKey({ code: 'Slash', key: '/' }), false)).toBeNull();
    expect(shortcutOf(aKey({ key: 'ArrowUp' }), false)).toBe('previous');
  });

  it('a key held down moves on, but decides nothing twice', () => {
    expect(shortcutOf(aKey({ code: 'KeyJ', repeat: true }), true)).toBe('next');
    expect(shortcutOf(aKey({ code: 'KeyD', repeat: true }), true)).toBeNull();
    expect(shortcutOf(aKey({ code: 'KeyT', repeat: true }), true)).toBeNull();
  });
});
