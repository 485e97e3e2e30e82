/** Opens the desk on its part of the page. */
import { createElement, render } from 'preact';
import { followTheme } from '../ui/theme.ts';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/form.css';
import './desk.css';
import { openApi } from './api.ts';
import { DeskRoom } from './desk-room.tsx';

export function start(root: HTMLElement): void {
  followTheme();
  render(createElement(DeskRoom, { api: openApi((path, init) => fetch(path, init)) }), root);
}
