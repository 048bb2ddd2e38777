import { defineConfig } from 'vitest/config';
import { SkippedReporter } from './test/support/skipped-reporter.ts';

export default defineConfig({
  test: {
    include: ['**/*.test.{ts,tsx}'],
    exclude: ['node_modules/**', 'dist/**', 'test/clients/**', 'test/e2e/**', 'test/bench/**', 'test/golden/**'],
    reporters: ['default', new SkippedReporter(`unit, Node ${process.versions.node}`)],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    coverage: {
      provider: 'v8',
      include: ['schemas/**', 'registry/**', 'server/**', 'cli/**', 'web/**'],
      exclude: ['**/*.test.*', '**/types.ts', 'web/islands/**'],
    },
  },
});
