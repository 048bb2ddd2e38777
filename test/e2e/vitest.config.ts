import { defineConfig } from 'vitest/config';
import { SkippedReporter } from '../support/skipped-reporter.ts';

export default defineConfig({
  test: {
    include: ['test/e2e/**/*.e2e.ts'],
    reporters: ['default', new SkippedReporter('browser')],
    globalSetup: ['test/e2e/build-program.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
