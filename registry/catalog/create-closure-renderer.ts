import type { Bundle } from '../../schemas/bundle.ts';
import type { JsonObject } from '../../schemas/json.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import type { PlanMember } from '../../schemas/resolution.ts';
import { BoundedCache } from '../bounded-cache.ts';
import { RegistryError } from '../errors.ts';
import { joinBundles } from '../render/join-bundles.ts';
import { defaultReleaseLine, getReleaseLine } from '../version/release-lines.ts';
import { createViewLocator } from './create-version-locator.ts';
import type { BundleQuestion, BundleRenderer, CatalogViews, Planner } from './types.ts';

export interface ClosureRendererOptions {
  readonly views: Pick<CatalogViews, 'findView'>;
  /** Renders one version. */
  readonly bundles: BundleRenderer;
  readonly planner: Pick<Planner, 'resolve'>;
  /** What remembered closures may weigh together, in bytes of JSON; default 16 MiB. */
  readonly maxCachedBytes?: number;
}

type Joined = Pick<Bundle, 'objects' | 'warnings'>;

interface Remembered extends Joined {
  /** Of each member, as they were when these were joined. */
  readonly parts: readonly Bundle['objects'][];
}

/** Renders bundles with everything that they need: the plan of the asked version alone, on the newest release of the line, each member in its turn. */
export function createClosureRenderer(options: ClosureRendererOptions): BundleRenderer {
  const { bundles, planner } = options;
  const { getServedView, getVersionView } = createViewLocator(options);
  const remembered = new BoundedCache<Remembered>({ maxWeight: options.maxCachedBytes ?? 16 * 1024 * 1024 });

  async function planMembers(question: BundleQuestion, line: ReleaseLine) {
    const { catalog, addon } = question;
    const { version } = getServedView(catalog, addon, question.version);
    const { release } = getReleaseLine(line);
    const want = [{ catalog, name: addon, range: version }];
    const plan = await planner.resolve({ want, vela: release }, { lang: 'en' });
    const isWanted = ({ name }: PlanMember) => name === addon;
    // Where addons need one another, install order alone may put something after what was asked for.
    const members = [...plan.members.filter((member) => !isWanted(member)), ...plan.members.filter(isWanted)];
    return { members, notices: plan.notices.map(({ text }) => text) };
  }

  async function renderMember(question: BundleQuestion, member: PlanMember, line: ReleaseLine): Promise<Bundle> {
    const { parameters, flavor, registry } = question;
    const isAsked = member.name === question.addon;
    try {
      return await bundles.renderBundle({
        // Who asks a union is answered in its name.
        catalog: isAsked ? question.catalog : member.catalog,
        addon: member.name,
        version: member.version,
        parameters: isAsked ? parameters : {},
        line,
        ...(flavor === undefined ? {} : { flavor }),
        ...(registry === undefined ? {} : { registry }),
      });
    } catch (error) {
      if (isAsked || !(error instanceof RegistryError) || error.code !== 'NOT_RENDERABLE') throw error;
      throw toDependencyNotRenderable(error, member, listMissing(member, line));
    }
  }

  /** Paths of the parameters without which a line does not render it. */
  function listMissing({ catalog, name, version }: PlanMember, line: ReleaseLine): readonly string[] {
    const { verdicts } = getVersionView(catalog, name, version);
    const verdict = verdicts.find((each) => each.line === line && each.render === 'needs-parameters');
    return verdict?.parameters ?? [];
  }

  /** The same list for the same members, for as long as these are remembered. */
  function join(key: string, parts: readonly Bundle[]): Joined {
    const known = remembered.find(key);
    if (known?.parts.every((part, index) => part === parts[index]?.objects) === true) return known;
    const joined = joinParts(parts);
    const weight = joined.objects.reduce((sum, { object }) => sum + JSON.stringify(object).length, key.length);
    remembered.save(key, { ...joined, parts: parts.map(({ objects }) => objects) }, weight);
    return joined;
  }

  return {
    async renderBundle({ dependencies, ...question }) {
      if (dependencies !== 'include') return bundles.renderBundle(question);
      const { line = defaultReleaseLine, flavor = 'dry-run', parameters, registry } = question;
      const { members, notices } = await planMembers(question, line);
      const parts: Bundle[] = [];
      for (const member of members) parts.push(await renderMember(question, member, line));
      const asked = parts.at(-1);
      if (asked === undefined) throw new Error(`a plan without ${question.addon}`);
      const digests = parts.map(({ catalog, digest }) => [catalog, digest]);
      const key = JSON.stringify([line, flavor, digests, registry ?? null, parameters]);
      const { objects, warnings } = join(key, parts);
      return {
        ...asked,
        members: parts.map(({ catalog, name, version, digest }) => ({ catalog, name, version, digest })),
        objects,
        warnings: [...notices, ...warnings],
      };
    },
  };
}

function joinParts(parts: readonly Bundle[]): Joined {
  const own = parts.flatMap(({ name, warnings }) => warnings.map((warning) => `${name}: ${warning}`));
  if (parts[0]?.flavor !== 'apply') {
    const objects = parts.flatMap(({ name, objects }) => objects.map((each) => ({ addon: name, ...each })));
    return { objects, warnings: own };
  }
  const joined = joinBundles(
    parts.map(({ name, objects }) => ({
      addon: name,
      // The schema of a bundle says of objects no more than that they are JSON.
      objects: objects.map(({ from, object }) => ({ from, object: object as JsonObject })),
    })),
  );
  return { objects: [...joined.objects], warnings: [...own, ...joined.warnings] };
}

function toDependencyNotRenderable(
  cause: RegistryError,
  { catalog, name, version, requiredBy }: PlanMember,
  missing: readonly string[],
): RegistryError {
  const who = requiredBy.map((each) => each.name).join(' and ');
  const dependency = `${catalog}/${name} ${version}, which ${who} needs`;
  const text =
    missing.length === 0
      ? `${dependency}, cannot be rendered: ${cause.message}`
      : `${dependency}, cannot be rendered without its parameters ${missing.join(', ')}: enable it on its own, with them, and take the bundle without dependencies`;
  const { details, findings } = cause;
  return new RegistryError('NOT_RENDERABLE', text, {
    details: { ...details, catalog, addon: name, version },
    findings,
    cause,
  });
}
