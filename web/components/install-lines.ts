import type { Catalog } from '../../schemas/rest.ts';
import { toShellWord } from '../context/shell-word.ts';

/** Name under which a catalog is added to a client; vela reserves `local` for itself. */
export function toRegistryName(catalog: string): string {
  return catalog === 'local' ? 'chandlery-local' : catalog;
}

/** `vela addon registry add` for a Helm registry. */
export function toRegistryAddLine(name: string, endpoint: string): string {
  return `vela addon registry add ${toShellWord(name)} --type helm --endpoint ${toShellWord(endpoint)}`;
}

/** `vela addon registry delete`. */
export function toRegistryDeleteLine(name: string): string {
  return `vela addon registry delete ${toShellWord(name)}`;
}

/** `vela addon enable` at an exact version, from one registry. */
export function toEnableLine(catalog: string, addon: string, version: string): string {
  return `vela addon enable ${toShellWord(`${toRegistryName(catalog)}/${addon}`)} --version ${toShellWord(version)}`;
}

/** `helm repo add` for a catalog. */
export function toHelmAddLine(catalog: Catalog): string {
  return `helm repo add ${toShellWord(toRegistryName(catalog.name))} ${toShellWord(catalog.url)}`;
}

/** `helm pull` of one version. */
export function toHelmPullLine(catalog: string, addon: string, version: string): string {
  return `helm pull ${toShellWord(`${toRegistryName(catalog)}/${addon}`)} --version ${toShellWord(version)}`;
}

/** `kubectl apply` of what stands at an address. */
export function toKubectlLine(url: string): string {
  return `kubectl apply -f ${toShellWord(url)}`;
}

/** `curl` that keeps what stands at an address in a file of that name, or fails. */
export function toCurlLine(url: string, file: string): string {
  return `curl --fail --silent --show-error --output ${toShellWord(file)} ${toShellWord(url)}`;
}

/** `vela show` of a definition by its address. */
export function toDefinitionShowLine(url: string): string {
  return `vela show ${toShellWord(url)}`;
}

/** `vela def apply` of a definition by its address. */
export function toDefinitionApplyLine(url: string): string {
  return `vela def apply ${toShellWord(url)}`;
}

/** `chandlery lock write` that asks the server at an address. */
export function toLockWriteLine(addon: string, serverUrl: string): string {
  return `chandlery lock write ${toShellWord(addon)} --server ${toShellWord(serverUrl)}`;
}

/** `chandlery plan` that asks the server at an address. */
export function toPlanLine(addon: string, serverUrl: string): string {
  return `chandlery plan ${toShellWord(addon)} --server ${toShellWord(serverUrl)}`;
}

/** What `kubectl` is told to list the enabled addons of a cluster, each as `name@version`. */
export const installedArguments: readonly string[] = [
  'get',
  'applications.core.oam.dev',
  '-n',
  'vela-system',
  '-l',
  'addons.oam.dev/version',
  '-o',
  `go-template={{range .items}}{{index .metadata.labels "addons.oam.dev/name"}}@{{index .metadata.labels "addons.oam.dev/version"}}{{"\\n"}}{{end}}`,
];

/** `kubectl` that lists the enabled addons of a cluster. */
export function toInstalledLine(): string {
  return ['kubectl', ...installedArguments.map((each) => (each.startsWith('-') ? each : toShellWord(each)))].join(' ');
}
