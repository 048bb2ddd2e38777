import type { DefinitionKind } from '../../../schemas/definition.ts';
import { compareText } from '../../findings.ts';
import { isPrerelease } from '../../version/choose-version.ts';
import { normalizeVersion } from '../../version/normalize-version.ts';
import { compareVersionsDescending } from '../../version/order-versions.ts';
import type { AddonRelease, AddonUniverse } from '../types.ts';

/** One version, in short: whom it needs in which range, what it demands of the system, what it uses and brings. */
export interface TestVersion {
  readonly needs?: Readonly<Record<string, string>>;
  readonly vela?: string;
  readonly kubernetes?: string;
  readonly state?: AddonRelease['state'];
  readonly stateReason?: AddonRelease['stateReason'];
  readonly refusedBy?: AddonRelease['refusedBy'];
  /** Component types, by name. */
  readonly uses?: readonly string[];
  readonly brings?: readonly string[];
}

export type TestAddons = Readonly<Record<string, Readonly<Record<string, TestVersion>>>>;

export interface TestCatalog {
  readonly dependsOn?: readonly string[];
  readonly addons: TestAddons;
}

const digestOf = (fill: string) => `sha256:${fill.repeat(64)}` as const;
const kind: DefinitionKind = 'component';

/** A universe written by hand; versions in any order. */
export function createTestUniverse(catalogs: Readonly<Record<string, TestCatalog>>): AddonUniverse {
  const releases = new Map<string, readonly AddonRelease[]>();
  for (const [catalog, { addons }] of Object.entries(catalogs)) {
    for (const [name, versions] of Object.entries(addons)) {
      const listed = Object.entries(versions).map(([version, given]) => toRelease({ catalog, name, version }, given));
      listed.sort((left, right) => compareVersionsDescending(left.version, right.version));
      releases.set(`${catalog}/${name}`, listed);
    }
  }
  const listNames = (catalog: string) => Object.keys(catalogs[catalog]?.addons ?? {}).sort(compareText);
  return {
    catalogs: Object.entries(catalogs).map(([name, { dependsOn = [] }]) => ({ name, dependsOn })),
    listReleases: (catalog, name) => releases.get(`${catalog}/${name}`) ?? [],
    listNames,
    listOwners: (catalog, of, definition) =>
      listNames(catalog).filter((name) =>
        Object.values(catalogs[catalog]?.addons[name] ?? {}).some(
          ({ brings = [] }) => of === kind && brings.includes(definition),
        ),
      ),
  };
}

function toRelease(
  { catalog, name, version }: { readonly catalog: string; readonly name: string; readonly version: string },
  given: TestVersion,
): AddonRelease {
  const { needs = {}, vela, kubernetes, state = 'active', stateReason, refusedBy, uses = [] } = given;
  return {
    catalog,
    name,
    version,
    key: normalizeVersion(version),
    digest: digestOf('a'),
    treeDigest: digestOf('b'),
    prerelease: isPrerelease(version),
    state,
    ...(stateReason === undefined ? {} : { stateReason }),
    ...(refusedBy === undefined ? {} : { refusedBy }),
    requirements: { ...(vela === undefined ? {} : { vela }), ...(kubernetes === undefined ? {} : { kubernetes }) },
    dependencies: Object.entries(needs).map(([on, range]) => ({
      name: on,
      ...(range === '' ? {} : { version: range }),
    })),
    uses: uses.map((definition) => ({ kind, name: definition })),
  };
}
