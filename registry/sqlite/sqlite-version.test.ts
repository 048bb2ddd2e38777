import { expect, test } from 'vitest';
import { requireSqliteVersion } from './sqlite-version.ts';

test.each(['3.51.3', '3.51.10', '3.53.0', '3.100.0', '4.0.0'])('%s is new enough', (version) => {
  expect(() => requireSqliteVersion(version, 'better-sqlite3')).not.toThrow();
});

test.each(['3.51.2', '3.50.9', '3.9.0', '2.99.99', '3.51', 'unknown'])('%s is refused', (version) => {
  expect(() => requireSqliteVersion(version, 'node:sqlite')).toThrow(
    `SQLite ${version} of node:sqlite can corrupt its write-ahead log; 3.51.3 or newer is needed. Install better-sqlite3 (npm install), or use a newer Node`,
  );
});
