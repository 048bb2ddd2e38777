import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { adminToken, type ChandleryServer, openChandlery } from './chandlery-server.ts';
import { describeJudge } from './describe-judge.ts';
import { runProgram } from './run-program.ts';

const addons = fileURLToPath(new URL('../../addons', import.meta.url));
const settings = fileURLToPath(new URL('./openapi/', import.meta.url));

/** Seconds that one run may take; what was not asked by then is left. */
const maxSeconds = 90;

describeJudge('The OpenAPI document against the running server', ['schemathesis'], (folders) => {
  // Schemathesis keeps notes where it is started.
  const notes = mkdtempSync(join(tmpdir(), 'chandlery-schemathesis-'));
  let server: ChandleryServer;

  beforeAll(async () => {
    server = await openChandlery({ chandlery: { type: 'local', path: addons } });
    await server.waitUntilEvaluated('chandlery');
  });

  afterAll(async () => {
    await server?.close();
    rmSync(notes, { recursive: true, force: true });
  });

  it.each([
    { who: 'a visitor who knows the names', config: 'known-names.toml', headers: [] },
    {
      who: 'an administrator who makes names up',
      config: 'made-up-names.toml',
      headers: ['--header', `Authorization: Bearer ${adminToken}`],
    },
  ])('holds for $who', { timeout: (maxSeconds + 60) * 1000 }, async ({ config, headers }) => {
    const url = `${server.url}/api/v1`;
    const run = ['--phases', 'coverage,fuzzing', '--max-examples', '8', '--max-time', `${maxSeconds}`, '--no-shrink'];
    const keep = ['--generation-database', 'none', '--continue-on-failure', '--request-timeout', '20', '--no-color'];
    // A route whose names match few of the made-up texts is asked less, which is no fault of it.
    const health = ['--suppress-health-check', 'filter_too_much'];
    const result = await runProgram(
      `${folders.schemathesis}/schemathesis`,
      [
        '--config-file',
        `${settings}${config}`,
        'run',
        `${url}/openapi.json`,
        '--url',
        url,
        ...run,
        ...keep,
        ...health,
        ...headers,
      ],
      {
        cwd: notes,
        env: { SCHEMATHESIS_HOOKS: 'hooks', PYTHONPATH: settings, PYTHONDONTWRITEBYTECODE: '1' },
        timeoutMs: (maxSeconds + 45) * 1000,
      },
    );
    expect(result, result.stdout.slice(-20_000)).toMatchObject({ code: 0 });
    // A worker of schemathesis that dies takes the routes after it along, and the run is called good all the same.
    expect(result.stderr + result.stdout).not.toContain('Traceback');
    expect(result.stdout).toMatch(/[1-9]\d{2,} generated/);
  });
});
