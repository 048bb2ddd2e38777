import { expect, test } from 'vitest';
import { findSender } from './find-sender.ts';

const host = 'localhost:7770';

test.each([
  [{ 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' }, 'here'],
  [{ 'sec-fetch-site': 'same-site', origin: 'https://addons.example.com' }, 'elsewhere'],
  [{ 'sec-fetch-site': 'cross-site' }, 'elsewhere'],
  [{ 'sec-fetch-site': 'none' }, 'unknown'],
  [{}, 'unknown'],
  [{ origin: 'https://addons.example.com' }, 'here'],
  [{ origin: 'http://localhost:7770' }, 'here'],
  [{ origin: 'http://addons.example.com' }, 'elsewhere'],
  [{ origin: 'https://evil.example' }, 'elsewhere'],
  [{ origin: 'null' }, 'elsewhere'],
])('%j comes from %s', (headers, sender) => {
  expect(findSender({ host, ...headers }, 'https://addons.example.com/base/')).toBe(sender);
});
