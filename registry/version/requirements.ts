import type { Requirements } from '../../schemas/addon.ts';
import { checkSemVer } from './check-sem-ver.ts';
import { isOfficialKubeVelaVersion } from './official-version.ts';
import { failure, type Result, success } from './result.ts';

/** The system that a client finds. */
export interface ClientSystem {
  /** Version of the command line or of VelaUX. */
  readonly client: string;
  /** Image of the container `kubevela` in the vela-core Deployment; absent when no Deployment was found. */
  readonly coreImage?: string;
  /** `gitVersion` of the API server; absent when the client cannot ask. */
  readonly kubernetes?: string;
}

/** Versions that somebody asks a catalog for; what is absent is not asked. */
export interface AskedSystem {
  readonly vela?: string;
  readonly kubernetes?: string;
}

const velaAnnotation = 'system.vela';
const kubernetesAnnotation = 'system.kubernetes';

/**
 * The requirements that a client takes from the annotations of an index entry (`LoadSystemRequirements`,
 * pkg/addon/versioned_registry.go). Undefined, when there are no annotations at all, means that nothing is checked.
 */
export function readSystemRequirements(
  annotations: Readonly<Record<string, string>> | undefined,
): Requirements | undefined {
  if (annotations === undefined || Object.keys(annotations).length === 0) return undefined;
  const vela = annotations[velaAnnotation] ?? '';
  const kubernetes = annotations[kubernetesAnnotation] ?? '';
  return { ...(vela === '' ? {} : { vela }), ...(kubernetes === '' ? {} : { kubernetes }) };
}

/**
 * Whether a client lets an addon with these requirements in: the client's own version first, then the core's, then
 * Kubernetes', ending with the client's words at the first that does not fit (`checkAddonVersionMeetRequired`,
 * pkg/addon/addon.go).
 */
export function checkRequirements(require: Requirements | undefined, system: ClientSystem): Result<true> {
  if (require === undefined) return success(true);
  const { vela = '', kubernetes = '' } = require;

  const client = checkOfficial(system.client, vela);
  if (!client.ok) return client;
  if (!client.value) return failure(`vela cli/ux version: ${system.client}  require: ${vela}`);

  if (system.coreImage === undefined) {
    return failure("can't find a running KubeVela instance, please install it first");
  }
  const coreVersion = toImageTag(system.coreImage);
  const core = checkOfficial(coreVersion, vela);
  if (!core.ok) return core;
  if (!core.value) return failure(`the vela core controller: ${coreVersion} require: ${vela}`);

  if (system.kubernetes === undefined) return success(true);
  const server = checkOfficial(system.kubernetes, kubernetes);
  if (!server.ok) return server;
  if (!server.value) return failure(`the kubernetes version ${system.kubernetes} require: ${kubernetes}`);
  return success(true);
}

/**
 * Whether a version with these requirements belongs into a catalog view for the asked system. As with a client, a
 * requirement that cannot be read admits nothing, and an asked version that is no release (`master`) is not compared
 * at all.
 */
export function admits(require: Requirements | undefined, asked: AskedSystem): boolean {
  return isMet(require?.vela, asked.vela) && isMet(require?.kubernetes, asked.kubernetes);
}

function isMet(require: string | undefined, actual: string | undefined): boolean {
  if (require === undefined || actual === undefined) return true;
  const met = checkOfficial(actual, require);
  return met.ok && met.value;
}

function checkOfficial(actual: string, require: string): Result<boolean> {
  return isOfficialKubeVelaVersion(actual) ? checkSemVer(actual, require) : success(true);
}

/**
 * What the client takes for the tag: the text between the first two colons, so a registry's port hides the real one.
 */
function toImageTag(image: string): string {
  return image.split(':')[1] ?? 'latest';
}
