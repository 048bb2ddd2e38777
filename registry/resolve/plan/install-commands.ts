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
  readonly isListed: (catalog: string, name: string) => boolean;
}

/** The lines that carry out a plan with an unmodified `vela`, and the same registries as entries of its ConfigMap (`pkg/addon/registry.go`). */
export function toInstallCommands({ catalogs, enabled, catalogUrl, isListed }: CommandsOptions): Plan['commands'] {
  const used = [...new Set(catalogs)].sort(compareText);
  const registries = used.map((catalog) => ({ name: toRegistryName(catalog), url: catalogUrl(catalog) }));
  // With two registries that have the name, the client takes either.
  const isShared = ({ catalog, name }: EnabledAddon) => used.some((each) => each !== catalog && isListed(each, name));
  return {
    registry: registries.map(
      ({ name, url }) => `vela addon registry add ${toShellWord(name)} --type helm --endpoint ${toShellWord(url)}`,
    ),
    registries: Object.fromEntries(registries.map(({ name, url }) => [name, { name, helm: { url } }])),
    enable: enabled.map((addon) => {
      const named = isShared(addon) ? `${toRegistryName(addon.catalog)}/${addon.name}` : addon.name;
      return `vela addon enable ${toShellWord(named)} --version ${toShellWord(addon.version)}`;
    }),
  };
}

/** The client keeps `local` for itself. */
function toRegistryName(catalog: string): string {
  return catalog === 'local' ? 'chandlery-local' : catalog;
}
