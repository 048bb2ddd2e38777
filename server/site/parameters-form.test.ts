import { afterEach, describe, expect, test } from 'vitest';
import { RegistryError } from '../../registry/errors.ts';
import type { Parameter } from '../../schemas/parameter.ts';
import { type FixtureSite, type FixtureSiteOptions, startFixtureSite } from '../../test/support/fixture-site.ts';

let site: FixtureSite;
afterEach(() => site.close());

const optional = { optional: true, required: false };
const parameters: readonly Parameter[] = [
  { name: 'image', type: 'string', ...optional },
  { name: '__proto__', type: 'string', ...optional },
  { name: 'token', type: 'string', ...optional },
  { name: 'names', type: 'list', element: { type: 'string' }, ...optional },
  { name: 'mode', type: 'string', enum: ['a', 'b'], ...optional },
];

async function open(options: Partial<FixtureSiteOptions> = {}) {
  site = await startFixtureSite({ versions: [{ name: 'web', version: '1.0.0', parameters }], ...options });
}

const path = '/addons/official/web/v/1.0.0/parameters';
const show = (query = '') => fetch(`${site.url}${path}${query}`, { redirect: 'manual' });
const send = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${site.url}${path}?for=1.10`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(fields).toString(),
  });

describe('the form for parameters', () => {
  test.each<[string, Record<string, string>, string]>([
    ['values', { 'v/image': 'a b', 'v/token': '', op: 'show' }, '?for=1.10&set=image%3Da+b'],
    ['names that mean something to JavaScript', { 'v/__proto__': 'x' }, '?for=1.10&set=__proto__%3Dx'],
    ['what no argument can carry', { 'v/image': 'true' }, '?for=1.10&values=%7B%22image%22%3A%22true%22%7D'],
    ['YAML for its fields', { y: 'image: x\nnames: [a]\n', op: 'take' }, '?for=1.10&set=image%3Dx&set=names%3D%7Ba%7D'],
    ['nothing', {}, '?for=1.10'],
  ])('leads to an address with %s', async (_name, fields, query) => {
    await open();
    const answer = await send(fields);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${path}${query}`]);
    expect((await show(query)).status).toBe(200);
    expect(site.bugs).toEqual([]);
  });

  test.each<[string, Record<string, string>, string]>([
    ['a secret', { 'v/token': 'hush' }, 'token: hush'],
    ['an item without a value', { 'n/names': '1', op: 'add:/names' }, 'name="v/names/1"'],
    ['YAML that cannot be read', { y: 'a: [', op: 'take' }, 'class="field-fault"'],
    ['more than an address holds', { 'v/image': 'x'.repeat(5000) }, 'too long for an address'],
    ['a value that is none of the allowed ones', { 'v/mode': '"c"' }, 'mode: c'],
  ])('stays where it is with %s', async (_name, fields, words) => {
    await open();
    const answer = await send(fields);
    const isKept =
      answer.status === 303 ? await show(new URL(answer.headers.get('location') ?? '', site.url).search) : answer;
    expect(isKept.status).toBe(200);
    expect(await isKept.text()).toContain(words);
    expect(site.bugs).toEqual([]);
  });

  test.each<[string, Error, number, string]>([
    ['busy', new RegistryError('ENGINE_BUSY', 'no'), 503, 'The server is busy'],
    ['asked too often', new RegistryError('RATE_EXCEEDED', 'no'), 429, 'The server is busy'],
    ['broken', new Error('a bug'), 500, 'The server failed'],
  ])('says when the server is %s', async (_name, error, status, words) => {
    await open({ previewer: { renderPreview: () => Promise.reject(error) } });
    const answer = await show('?set=image=x');
    expect([answer.status, (await answer.text()).includes(words)]).toEqual([status, true]);
  });

  test('takes nothing from a page of another site, and says when it is too large', async () => {
    await open();
    expect((await send({}, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    const large = await send({ 'v/image': 'x'.repeat(1_100_000) });
    expect([large.status, await large.text()]).toEqual([413, expect.stringContaining('larger than the server takes')]);
    expect(site.bugs).toEqual([]);
  });

  test('tells of an argument in the address that cannot be used', async () => {
    await open();
    for (const query of ['?set=image', '?values=%5B1%5D', '?values=x', `?set=${'a.'.repeat(40)}b=1`]) {
      const answer = await show(query);
      expect([query, answer.status]).toEqual([query, 200]);
      expect(await answer.text()).toContain('holds an argument that cannot be used');
    }
  });

  test('stays small and usable with thousands of parameters and deep ones', async () => {
    const many = Array.from(
      { length: 2000 },
      (_none, index): Parameter => ({
        name: `parameter${index}`,
        type: 'string',
        usage: `Meaning of the parameter with the number ${index}`,
        ...optional,
      }),
    );
    let deep: Parameter = { name: 'end', type: 'string', ...optional };
    for (let level = 0; level < 60; level += 1)
      deep = { name: `level${level}`, type: 'struct', fields: [deep], ...optional };
    await open({ versions: [{ name: 'web', version: '1.0.0', parameters: [deep, ...many] }] });
    const answer = await fetch(`${site.url}${path}`, { headers: { 'accept-encoding': 'gzip' } });
    const html = await answer.text();
    expect(Number(answer.headers.get('content-length'))).toBeLessThan(40_000);
    expect(html).toContain('have no field here');
    const sent = await send({ y: 'parameter1999: x\n', op: 'show' });
    expect(sent.headers.get('location')).toBe(`${path}?for=1.10&set=parameter1999%3Dx`);
  });
});
