import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { findShared } from '../support/shared.ts';

/** Where the unpacked golden data lies, or why there is none. */
export type GoldenFolder = { readonly folder: string } | { readonly missing: string };

declare module 'vitest' {
  export interface ProvidedContext {
    golden: GoldenFolder;
  }
}

/** Unpacks the golden archive once for all test files (`inject('golden')`) and removes it when they are done. */
export function setup(project: TestProject): () => void {
  const shared = findShared();
  if (shared === undefined) {
    project.provide('golden', { missing: 'no shared folder with golden data' });
    return () => undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'chandlery-golden-'));
  try {
    execFileSync('tar', ['-xJf', join(shared, 'golden', 'verified.tar.xz'), '-C', folder], { stdio: 'pipe' });
    project.provide('golden', { folder: join(folder, 'verified') });
  } catch {
    project.provide('golden', { missing: 'tar or xz cannot unpack the golden archive here' });
  }
  return () => rmSync(folder, { recursive: true, force: true });
}
