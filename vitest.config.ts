import { defineConfig } from 'vitest/config';

/** `npm test` runs these; suites named *.slow.test.ts (browser, crash, PostgreSQL) run with `npm run test:slow`. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/**/*.slow.test.ts', 'node_modules/**'],
    // a slow machine is no failure: nothing here is timed
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});
