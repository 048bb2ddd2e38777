import type { Plan } from '../../../schemas/resolution.ts';
import { compareText } from '../../findings.ts';

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
      (catalog) => `vela addon registry add ${quote(catalog)} --type helm --endpoint ${quote(catalogUrl(catalog))}`,
    ),
    registries: Object.fromEntries(
      named.map((catalog) => [catalog, { name: catalog, helm: { url: catalogUrl(catalog) } }]),
    ),
    enable: enabled.map(({ name, version }) => `vela addon enable ${quote(name)} --version ${quote(version)}`),
  };
}

/** For a POSIX shell: plain words stay as they are. */
function quote(text: string): string {
  return /^[A-Za-z0-9_@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
