import { defineConfig } from 'vitest/config';
import { SkippedReporter } from '../support/skipped-reporter.ts';

export default defineConfig({
  test: {
    include: ['test/clients/**/*.judge.ts'],
    globalSetup: ['test/clients/global-setup.ts'],
    reporters: ['verbose', new SkippedReporter('clients')],
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 300_000,
  },
});
