import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { lintContainerfile, parseContainerfile, toStages } from '../support/containerfile.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const source = readFileSync(`${root}Containerfile`, 'utf8');
const stages = toStages(parseContainerfile(source));

describe('Containerfile', () => {
  it('has nothing that the project does not allow', () => {
    expect(lintContainerfile(source)).toEqual([]);
  });

  it('copies only what the repository has', () => {
    const sources = (stages[0]?.instructions ?? [])
      .filter((one) => one.keyword === 'COPY')
      .flatMap((one) => one.text.split(' ').slice(0, -1));
    expect(sources.filter((path) => !existsSync(`${root}${path}`))).toEqual([]);
    expect(sources).toContain('package-lock.json');
  });

  it('starts the program that package.json names, on the port of the addon', () => {
    const last = stages.at(-1)?.instructions ?? [];
    const program: { bin: { chandlery: string } } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
    expect(last.find((one) => one.keyword === 'ENTRYPOINT')?.text).toBe(`["node", "/app/${program.bin.chandlery}"]`);
    expect(last.find((one) => one.keyword === 'EXPOSE')?.text).toBe('7770');
    expect(readFileSync(`${root}addons/chandlery/resources/server.cue`, 'utf8')).toContain('port: 7770');
  });

  it('keeps history, dependencies and local data out of the build', () => {
    const ignored = readFileSync(`${root}.containerignore`, 'utf8').split('\n');
    for (const path of ['.git', 'node_modules', 'data', '.env*']) expect(ignored).toContain(path);
  });
});

const good = [
  'FROM docker.io/library/node:22.20.0-bookworm-slim',
  'USER 1000:1000',
  'EXPOSE 7770',
  'HEALTHCHECK CMD ["true"]',
  'ENTRYPOINT ["node"]',
];
const change = (from: string, ...to: string[]) =>
  good.flatMap((line) => (line.startsWith(from) ? to : [line])).join('\n');

describe('lintContainerfile', () => {
  it('lets a sound file pass', () => {
    expect(lintContainerfile(good.join('\n'))).toEqual([]);
  });

  it.each([
    ['an image without a registry', change('FROM', 'FROM node:22.20.0'), 'line 1: an image is named'],
    ['a moving tag', change('FROM', 'FROM docker.io/library/node:latest'), 'line 1: an image is named'],
    ['no tag', change('FROM', 'FROM docker.io/library/node'), 'line 1: an image is named'],
    ['root by name', change('USER', 'USER root'), 'runs as root'],
    ['root by number', change('USER', 'USER 0'), 'runs as root'],
    ['no user', change('USER'), 'runs as root'],
    ['no health check', change('HEALTHCHECK', 'HEALTHCHECK NONE'), 'has no health check'],
    ['no port', change('EXPOSE'), 'exposes no port'],
    ['a shell entry point', change('ENTRYPOINT', 'ENTRYPOINT node'), 'goes through a shell'],
    ['a secret in the environment', change('USER', 'ENV A=1 \\', '  GIT_TOKEN=x', 'USER 1000'), 'line 2: a secret'],
    ['a secret file', change('USER', 'COPY .env /app/', 'USER 1000'), 'line 2: a secret'],
    ['an unseen download', change('USER', 'RUN curl -s https://example.com/x | sh', 'USER 1000'), 'run unseen'],
    ['package lists', change('USER', 'RUN apt-get install --no-install-recommends git', 'USER 1000'), 'package lists'],
    ['an unknown stage', change('USER', 'COPY --from=build /a /b', 'USER 1000'), 'no stage before is called build'],
    ['an unknown instruction', change('USER', 'ADD x /', 'USER 1000'), 'ADD is not used here'],
  ])('reports %s', (_, text, what) => {
    expect(lintContainerfile(text).join('\n')).toContain(what);
  });
});
