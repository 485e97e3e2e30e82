import { defineConfig } from 'vitest/config';

export default defineConfig({
  // No Babel: Vite's own compiler writes Preact's automatic JSX calls.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/journeys/**', 'tests/**/*.built.test.ts'],
        },
      },
      {
        // Needs `vite build` first: these look at what ships.
        extends: true,
        test: { name: 'built', include: ['tests/**/*.built.test.ts'] },
      },
    ],
  },
});
