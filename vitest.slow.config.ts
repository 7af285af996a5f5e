import { defineConfig } from 'vitest/config';

/** Browser, crash, Hexo and database suites: one at a time, they measure and kill processes. */
export default defineConfig({
  test: {
    include: ['test/**/*.slow.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 1,
    fileParallelism: false,
  },
});
