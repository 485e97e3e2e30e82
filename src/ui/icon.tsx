/** The product's own line icons on a grid of 24: one path each, 2 px round strokes. A word always stands beside them. */

const shapes = {
  // The eight states differ in shape, not in colour alone.
  draft: 'M4 20l1-4.5L15.5 5a2.1 2.1 0 0 1 3 0l.5.5a2.1 2.1 0 0 1 0 3L8.5 19 4 20ZM13.5 7l3.5 3.5',
  queued: 'M8.5 2.5h7A2.5 2.5 0 0 1 18 5v14a2.5 2.5 0 0 1-2.5 2.5h-7A2.5 2.5 0 0 1 6 19V5a2.5 2.5 0 0 1 2.5-2.5ZM9.5 12.5l2 2 3.5-4',
  sending: 'M4 12h15M13 6l6 6-6 6',
  send_error: 'M12 3.5 2.5 20h19L12 3.5ZM12 10v4.5M12 17.3v.1',
  received: 'M4 13v6a1.5 1.5 0 0 0 1.5 1.5h13A1.5 1.5 0 0 0 20 19v-6M4 14h4l1.5 2.5h5L16 14h4M8.5 7l2.5 2.5 5-6',
  returned: 'M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3',
  approved: 'M12 3a9 9 0 1 0 0 18 9 9 0 1 0 0-18ZM8 12.3l2.8 2.8L16 9.5',
  replaced: 'M9 3h9a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1H9a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1ZM5 8v12a1 1 0 0 0 1 1h9',
  // Actions and places.
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  back: 'M19 12H5m6-6-6 6 6 6',
  next: 'm9 5 7 7-7 7',
  down: 'm5 9 7 7 7-7',
  close: 'M6 6l12 12M18 6 6 18',
  tick: 'm5 12.5 4.5 4.5L19 7.5',
  tasks: 'M6.5 3.5h11A2.5 2.5 0 0 1 20 6v12a2.5 2.5 0 0 1-2.5 2.5h-11A2.5 2.5 0 0 1 4 18V6a2.5 2.5 0 0 1 2.5-2.5ZM9 11.5l2 2 4-4.5',
  directive: 'M6 3h8l4 4v14H6ZM9 12h6M9 16h6',
  calendar: 'M5.5 5h13a2 2 0 0 1 2 2v11.5a2 2 0 0 1-2 2h-13a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2ZM3.5 10h17M8 2.8V7M16 2.8V7',
  outbox: 'M4 14v5a1.5 1.5 0 0 0 1.5 1.5h13A1.5 1.5 0 0 0 20 19v-5M12 15V4M7.5 8.5 12 4l4.5 4.5',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 1 0 0-18ZM12 7v5l3 2',
  offline: 'M4 20v-3M9 20v-7M14 20v-3M3 3l18 18M14 9.5V9M19 14V5',
  signal: 'M4 20v-3M9 20v-7M14 20V9M19 20V5',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 1 0 0-8ZM12 2v2.5M12 19.5V22M2 12h2.5M19.5 12H22M5 5l1.7 1.7M17.3 17.3 19 19M19 5l-1.7 1.7M6.7 17.3 5 19',
  device: 'M4 7h10M18 7h2M4 17h2M10 17h10M16 5a2 2 0 1 0 0 4 2 2 0 1 0 0-4ZM8 15a2 2 0 1 0 0 4 2 2 0 1 0 0-4Z',
  help: 'M12 3a9 9 0 1 0 0 18 9 9 0 1 0 0-18ZM9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.7M12 16.9v.1',
  again: 'M20 5v5h-5M4 19v-5h5M19 10a7.5 7.5 0 0 0-13-3M5 14a7.5 7.5 0 0 0 13 3',
  bin: 'M4 6.5h16M9 6.5V4h6v2.5M6.5 6.5 7.5 20h9l1-13.5M10 10.5v6M14 10.5v6',
  camera: 'M4 7.5h3.5L9 5h6l1.5 2.5H20a1 1 0 0 1 1 1V18a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V8.5a1 1 0 0 1 1-1ZM12 9.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 1 0 0-7Z',
  pictures: 'M5 4h14a1.5 1.5 0 0 1 1.5 1.5v13A1.5 1.5 0 0 1 19 20H5a1.5 1.5 0 0 1-1.5-1.5v-13A1.5 1.5 0 0 1 5 4ZM4 17l5-5 4 4 3-3 4.5 4.5M9 7.3a1.2 1.2 0 1 0 0 2.4 1.2 1.2 0 1 0 0-2.4Z',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 1 0 0-13ZM15.5 15.5 20.5 20.5',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 1 0 0-8ZM4.5 20.5c1-4 4-6 7.5-6s6.5 2 7.5 6',
  call: 'M5 4h4l1.5 4.5L8 10.5a12 12 0 0 0 5.5 5.5l2-2.5L20 15v4a1.5 1.5 0 0 1-1.6 1.5A15.5 15.5 0 0 1 3.5 5.6 1.5 1.5 0 0 1 5 4Z',
} as const;

export type IconName = keyof typeof shapes;

/** Decoration only: hidden from screen readers, because the word beside it says the same. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={shapes[name]} />
    </svg>
  );
}

/** The mark: a notebook with a gold spine, a blue tick and a pale mountain line. */
export function Mark({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="100 100 312 312" aria-hidden="true">
      <g transform="translate(256 256)">
        <rect x="-104" y="-138" width="216" height="276" rx="26" fill="#fff" />
        <path d="M-78-138h36v276h-36a26 26 0 0 1-26-26v-224a26 26 0 0 1 26-26Z" fill="#FFCF40" />
        <path d="M-42 78 4 34 28 54 64 16 112 62V112a26 26 0 0 1-26 26H-42Z" fill="#CFE0F3" />
        <path d="m-12-34 32 32 60-68" fill="none" stroke="#0A4C95" stroke-width="32" stroke-linecap="round" stroke-linejoin="round" />
      </g>
    </svg>
  );
}
