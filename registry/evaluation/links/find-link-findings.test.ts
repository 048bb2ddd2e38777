import { describe, expect, it } from 'vitest';
import { findLinkFindings } from './find-link-findings.ts';

const place = { file: 'template.cue', column: 3 };

describe('addresses that are asked', () => {
  it('have a finding at each place when they are gone or silent', async () => {
    const links = [
      { ...place, url: 'https://charts.example.com/gone', line: 9 },
      { ...place, url: 'https://charts.example.com/gone', line: 4 },
      { ...place, url: 'https://silent.example.com/', line: 5 },
      { ...place, url: 'https://charts.example.com/', line: 6 },
    ];
    const asked: string[] = [];
    const fetchStatus = async (url: string) => {
      asked.push(url);
      if (url.includes('silent')) throw new Error('getaddrinfo ENOTFOUND');
      return url.includes('gone') ? 404 : 200;
    };
    const findings = await findLinkFindings({ fetchStatus }, links);
    expect(findings.map(({ rule, line, message }) => ({ rule, line, message }))).toEqual([
      { rule: 'link/no-answer', line: 4, message: 'https://charts.example.com/gone is not there: status 404' },
      {
        rule: 'link/no-answer',
        line: 5,
        message: 'https://silent.example.com/ does not answer: getaddrinfo ENOTFOUND',
      },
      { rule: 'link/no-answer', line: 9, message: 'https://charts.example.com/gone is not there: status 404' },
    ]);
    expect(asked.filter((url) => url.endsWith('/gone'))).toHaveLength(1);
  });

  it('are not asked when nobody but this network knows them', async () => {
    const links = [{ ...place, url: 'http://127.0.0.1:9/', line: 1 }];
    const fetchStatus = async () => {
      throw new Error('was asked');
    };
    expect(await findLinkFindings({ fetchStatus }, links)).toEqual([]);
  });
});
