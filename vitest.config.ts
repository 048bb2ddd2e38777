import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/*.test.{ts,tsx}'],
    exclude: ['node_modules/**', 'dist/**', 'test/clients/**', 'test/e2e/**', 'test/bench/**'],
    reporters: process.env['CI'] ? ['default'] : ['default'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    coverage: {
      provider: 'v8',
      include: ['schemas/**', 'registry/**', 'server/**', 'cli/**', 'web/**'],
      exclude: ['**/*.test.*', '**/types.ts', 'web/islands/**'],
    },
  },
});
