import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const tags = ['observability', 'gitops', 'cloud', 'network', 'security', 'storage', 'database', 'messaging'];

/** Writes made-up addons below a folder: each with two definitions' worth of readme, tags and a resource. */
export function writeMadeUpAddons(folder: string, count: number): void {
  for (let index = 0; index < count; index += 1) {
    const name = `made-up-${index}`;
    const tag = tags[index % tags.length] ?? '';
    const other = tags[(index * 3 + 1) % tags.length] ?? '';
    const addon = join(folder, name);
    mkdirSync(join(addon, 'resources'), { recursive: true });
    writeFileSync(
      join(addon, 'metadata.yaml'),
      `name: ${name}\nversion: 1.${index}.0\ndescription: Runs ${tag} for ${other} on every cluster\ntags: [${tag}, ${other}]\n`,
    );
    writeFileSync(
      join(addon, 'README.md'),
      `# ${name}\n\n${`Runs ${tag} beside ${other}.\n\n- one\n- two\n\n`.repeat(20)}`,
    );
    writeFileSync(
      join(addon, 'resources', 'settings.yaml'),
      `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n  namespace: default\n`,
    );
  }
}
