import { appendFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

const reasonInName = /\(skipped: ([^)]+)\)/;

// What a run came to: one JSON line in the file that CHANDLERY_COUNTS names.
type SuiteCounts = { suite: string; passed: number; failed: number; skipped: number };

/**
 * Ends a run by naming what was skipped and why: the note given to `context.skip(note)`, or `(skipped: …)` in a test's or suite's name.
 * A file that could not even be loaded counts as one failure.
 */
export class SkippedReporter implements Reporter {
  readonly #suite: string;

  constructor(suite: string) {
    this.#suite = suite;
  }

  onTestRunEnd(modules: ReadonlyArray<TestModule>): void {
    const counts: SuiteCounts = { suite: this.#suite, passed: 0, failed: 0, skipped: 0 };
    const reasons = new Map<string, string[]>();
    for (const module of modules) {
      if (module.errors().length > 0) counts.failed += 1;
      for (const test of module.children.allTests()) {
        const result = test.result();
        if (result.state === 'passed') counts.passed += 1;
        if (result.state === 'failed') counts.failed += 1;
        if (result.state !== 'skipped') continue;
        counts.skipped += 1;
        const reason = result.note ?? reasonInName.exec(test.fullName)?.[1] ?? 'no reason given';
        const names = reasons.get(reason) ?? [];
        reasons.set(reason, [
          ...names,
          `${module.relativeModuleId} > ${test.fullName.replace(reasonInName, '').trim()}`,
        ]);
      }
    }
    printSkipped(counts.skipped, reasons);
    const file = process.env['CHANDLERY_COUNTS'];
    if (file !== undefined) appendFileSync(file, `${JSON.stringify(counts)}\n`);
  }
}

function printSkipped(total: number, reasons: ReadonlyMap<string, string[]>): void {
  if (total === 0) return;
  console.log(`\nSkipped ${total} ${total === 1 ? 'test' : 'tests'}:`);
  for (const [reason, names] of reasons) {
    console.log(`  ${reason}: ${names.length}`);
    for (const name of names.slice(0, 10)) console.log(`    ${name}`);
    if (names.length > 10) console.log(`    … and ${names.length - 10} more`);
  }
}
