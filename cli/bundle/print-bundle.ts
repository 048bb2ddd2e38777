import type { BundleObject } from '../../registry/render/create-bundle.ts';
import { toBundleYaml } from '../../registry/render/to-bundle-yaml.ts';
import type { Bundle } from '../../schemas/bundle.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** A bundle wherever it was rendered; one of this machine has no catalog and no archive. */
export type RenderedBundle = Omit<Bundle, 'catalog' | 'digest' | 'objects' | 'warnings'> & {
  readonly objects: readonly BundleObject[];
  readonly warnings: readonly string[];
};

/** The text that a bundle is printed or written as. */
export function toBundleText(bundle: RenderedBundle, { json }: { readonly json: boolean }): string {
  return json ? `${JSON.stringify(bundle, undefined, 2)}\n` : toBundleYaml(bundle.objects);
}

/** Tells beside the objects what the client says: warnings, and the notes of a first installation. */
export function noteBundle(terminal: Terminal, { warnings, notes }: RenderedBundle): void {
  for (const warning of warnings) terminal.note([{ text: 'warning', style: 'yellow' }, `: ${warning}`]);
  if (notes === undefined) return;
  for (const line of notes.replace(/\n+$/, '').split('\n')) terminal.note(line);
}
