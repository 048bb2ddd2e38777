import type { RequestHandler } from 'express';
import { readPastedValues } from '../../../registry/render/arguments/read-pasted-values.ts';
import type { VersionDiff } from '../../../schemas/version-diff.ts';
import type { ValuesState } from '../../../web/context/values-state.ts';
import type { PageServer } from '../create-page-server.ts';
import { createFormParser, createSenderCheck } from '../form-guards.ts';
import type { SiteDependencies } from '../site-dependencies.ts';
import { createCompareLoader } from './load-compare.ts';

/** What a text field of 200 000 letters becomes at most in a form. */
const maxBodyBytes = 1024 * 1024;

/** Takes the values of the compare page and answers with the same page and what becomes of them; neither is kept anywhere. */
export function createValuesForm(site: SiteDependencies, { privatePage }: PageServer): readonly RequestHandler[] {
  return [
    createSenderCheck(site),
    createFormParser(maxBodyBytes),
    privatePage((dependencies, request) => {
      // Both versions are rendered.
      for (const _side of ['from', 'to']) dependencies.renderings.admit(request.client);
      const text = readText(request.body);
      return createCompareLoader((diff) => checkValues(dependencies, diff, text))(dependencies, request);
    }),
  ];
}

function readText(body: unknown): string {
  const values = typeof body === 'object' && body !== null && 'values' in body ? body.values : undefined;
  return typeof values === 'string' ? values : '';
}

async function checkValues(
  { values }: Pick<SiteDependencies, 'values'>,
  { from, to, for: line }: VersionDiff,
  text: string,
): Promise<ValuesState> {
  const reading = readPastedValues(text);
  if (!reading.ok) {
    const { line: row, column, message } = reading;
    return { text, outcome: { kind: 'unread', line: row, column, message } };
  }
  const { parameters } = reading;
  const place = { catalog: to.catalog ?? '', addon: to.name };
  const check = await values.checkValues({ ...place, from: from.version, to: to.version, line, parameters });
  return { text, outcome: { kind: 'check', check } };
}
