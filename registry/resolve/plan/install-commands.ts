import type { Plan } from '../../../schemas/resolution.ts';
import { compareText } from '../../findings.ts';
import { toShellWord } from '../shell-word.ts';

/** One addon to be enabled. */
export interface EnabledAddon {
  readonly catalog: string;
  readonly name: string;
  readonly version: string;
}

export interface CommandsOptions {
  /** Catalogs that hold members. */
  readonly catalogs: readonly string[];
  /** In install order. */
  readonly enabled: readonly EnabledAddon[];
  /** The endpoint that `vela addon registry add` is given. */
  readonly catalogUrl: (catalog: string) => string;
}

/** The lines that carry out a plan with an unmodified `vela`, and the same registries as entries of its ConfigMap (`pkg/addon/registry.go`). */
export function toInstallCommands({ catalogs, enabled, catalogUrl }: CommandsOptions): Plan['commands'] {
  const named = [...new Set(catalogs)].sort(compareText);
  return {
    registry: named.map(
      (catalog) =>
        `vela addon registry add ${toShellWord(catalog)} --type helm --endpoint ${toShellWord(catalogUrl(catalog))}`,
    ),
    registries: Object.fromEntries(
      named.map((catalog) => [catalog, { name: catalog, helm: { url: catalogUrl(catalog) } }]),
    ),
    enable: enabled.map(
      ({ name, version }) => `vela addon enable ${toShellWord(name)} --version ${toShellWord(version)}`,
    ),
  };
}
