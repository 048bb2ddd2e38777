import { defineConfig } from 'vitest/config';
import { SkippedReporter } from '../support/skipped-reporter.ts';

export default defineConfig({
  test: {
    include: ['test/golden/**/*.test.ts'],
    globalSetup: ['test/golden/unpack-archive.ts'],
    reporters: ['default', new SkippedReporter('golden')],
    // One set of engines at a time: each of them is a process.
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 120_000,
  },
});
