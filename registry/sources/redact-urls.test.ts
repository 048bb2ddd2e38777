import { expect, test } from 'vitest';
import { redactUrls } from './redact-urls.ts';

test.each([
  ['https://host/x.git', 'https://host/x.git'],
  ['https://bot:canary@host/x.git', 'https://host/x.git'],
  ['https://can:ar@y@host/x.git', 'https://host/x.git'],
  ['http://proxy:canary@10.0.0.1:3128', 'http://10.0.0.1:3128'],
  ['https://host/x.git?private_token=canary', 'https://host/x.git?***'],
  ["unable to access 'https://u:canary@host/x.git?t=canary/': no", "unable to access 'https://host/x.git?***': no"],
  ['https://bot:can/ary@host/x.git', 'https://host/x.git'],
  ['https://host:8443/a@b', 'https://host:8443/a@b'],
  ['fatal: https://u:p@host/x: no', 'fatal: https://host/x: no'],
  ['ssh://git@host/x', 'ssh://host/x'],
  ['mail a@b.c about https://host/a@b', 'mail a@b.c about https://host/a@b'],
  ['./folder?x', './folder?x'],
  ['git@host:team/x.git', 'git@host:team/x.git'],
])('%s shows as %s', (text, shown) => {
  expect(redactUrls(text)).toBe(shown);
});
