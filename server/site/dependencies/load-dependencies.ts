import { graphDirectionSchema } from '../../../schemas/dependency-graph.ts';
import type { GraphState } from '../../../web/context/links.ts';
import { DependenciesPage } from '../../../web/pages/dependencies-page.tsx';
import { getParam, type PageLoader, type PageRequest } from '../page-loader.ts';
import { parseTexts, refuseParameter } from '../parse-texts.ts';
import { layoutGraph } from './layout-graph.ts';

/** What a version needs and who needs it, drawn and in lists, for the cluster that the query names. */
export const loadDependencies: PageLoader = async (site, request) => {
  const catalog = getParam(request, 'catalog');
  const name = getParam(request, 'addon');
  const state = parseGraphState(request.query);
  const addon = await site.reader.getAddon(catalog, name);
  const version = await site.reader.getVersion(catalog, name, getParam(request, 'version'));
  const reference = { catalog, addon: name, version: version.version, ...state };
  const lang = request.language;
  const [graph, dependents] = await Promise.all([
    site.dependencies.getDependencyGraph(reference, { lang }),
    site.dependencies.listDependents(reference),
  ]);
  const layout = await layoutGraph(graph);
  const draw = (context: Parameters<typeof DependenciesPage>[0]['context']) =>
    DependenciesPage({ context, addon, version, graph, dependents, layout, state });
  return version.state === 'quarantined' ? { status: 410, draw } : draw;
};

/** Throws INPUT_INVALID. */
function parseGraphState(query: PageRequest['query']): GraphState {
  const { direction, depth, vela, kubernetes } = parseTexts(query, ['direction', 'depth', 'vela', 'kubernetes']);
  const known = graphDirectionSchema.enum.find((each) => each === direction);
  if (direction !== undefined && known === undefined) throw refuseParameter('direction');
  if (depth !== undefined && !/^[1-9][0-9]?$/.test(depth)) throw refuseParameter('depth');
  if ((vela ?? '').length > maxVersion) throw refuseParameter('vela');
  if ((kubernetes ?? '').length > maxVersion) throw refuseParameter('kubernetes');
  return {
    ...(known === undefined ? {} : { direction: known }),
    ...(depth === undefined ? {} : { depth: Number(depth) }),
    ...(vela === undefined ? {} : { vela: withoutV(vela) }),
    ...(kubernetes === undefined ? {} : { kubernetes: withoutV(kubernetes) }),
  };
}

const maxVersion = 64;

/** `kubectl version` and `vela version` print it with one. */
function withoutV(version: string): string {
  return version.replace(/^v(?=[0-9])/, '');
}
