import type { VNode } from 'preact';
import type { DependencyGraph, Dependent, GraphDirection } from '../../schemas/dependency-graph.ts';
import { DependencyDrawing } from '../components/dependency-drawing.tsx';
import { DependencyTable } from '../components/dependency-table.tsx';
import { DependentTable } from '../components/dependent-table.tsx';
import { KubernetesInput, VelaInput } from '../components/plan-form.tsx';
import { VersionFrame } from '../components/version-frame.tsx';
import type { GraphLayout } from '../context/graph-layout.ts';
import type { GraphState } from '../context/links.ts';
import type { VersionPageData } from '../context/version-page-data.ts';

export interface DependenciesPageData extends VersionPageData {
  readonly graph: DependencyGraph;
  readonly dependents: readonly Dependent[];
  readonly layout: GraphLayout;
  readonly state: GraphState;
}

/** What a version needs and who needs it: a drawing, and the same as lists. */
export function DependenciesPage(data: DependenciesPageData): VNode {
  const { context, addon, version, graph, dependents } = data;
  const { links, strings, formats } = context;
  const text = strings.dependencies;
  const others = graph.nodes.length - 1;
  return (
    <VersionFrame
      context={context}
      addon={addon}
      version={version}
      tab="dependencies"
      canonical={links.version(version, 'dependencies')}
      description={text.description(version.name, version.version)}
      islands={['graph']}
      wide
    >
      <h2>{text.heading}</h2>
      <ClusterForm {...data} />
      <ConflictNotice {...data} />
      <GraphSwitches {...data} />
      {others === 0 ? (
        <p class="empty">{graph.direction === 'dependents' ? text.noDependents : text.noDependencies}</p>
      ) : (
        <DependencyDrawing context={context} graph={graph} layout={data.layout} />
      )}
      {graph.total > graph.nodes.length && <p class="quiet">{text.cut(graph.nodes.length - 1, graph.total - 1)}</p>}
      {graph.direction === 'dependencies' && (
        <section class="graph-part" aria-labelledby="needs">
          <h3 id="needs">
            {text.dependencies} <span class="tab-count">{formats.number(others)}</span>
          </h3>
          {others === 0 ? (
            <p class="quiet">{text.noDependencies}</p>
          ) : (
            <DependencyTable context={context} graph={graph} />
          )}
        </section>
      )}
      <section class="graph-part" aria-labelledby="dependents">
        <h3 id="dependents">
          {text.dependents} <span class="tab-count">{formats.number(dependents.length)}</span>
        </h3>
        {dependents.length === 0 ? (
          <p class="quiet">{text.noDependents}</p>
        ) : (
          <DependentTable context={context} version={version} dependents={dependents} />
        )}
      </section>
    </VersionFrame>
  );
}

/** For which cluster versions are chosen; a plain form whose answer is the address of this page. */
function ClusterForm({ context, version, state }: DependenciesPageData): VNode {
  const { links, strings } = context;
  const text = strings.dependencies;
  const { catalog, name } = version;
  const { vela, kubernetes, direction, depth } = state;
  const want = [{ catalog, name, range: version.version }];
  const plan = links.plan({
    want,
    ...(vela === undefined ? {} : { vela }),
    ...(kubernetes === undefined ? {} : { kubernetes }),
  });
  return (
    <form class="graph-cluster" action={links.version(version, 'dependencies')} method="get">
      {direction !== undefined && <input type="hidden" name="direction" value={direction} />}
      {depth !== undefined && <input type="hidden" name="depth" value={depth} />}
      <p class="graph-field">
        <label for="graph-vela">{strings.plan.vela}</label>
        <VelaInput id="graph-vela" value={vela} />
      </p>
      <p class="graph-field">
        <label for="graph-kubernetes">{strings.plan.kubernetes}</label>
        <KubernetesInput id="graph-kubernetes" value={kubernetes} />
      </p>
      <button type="submit">{text.choose}</button>
      <a href={plan}>{text.wholePlan}</a>
    </form>
  );
}

/** Why the versions do not fit together, and what to do; the marks of the drawing say where. */
function ConflictNotice({ context, version, graph, state }: DependenciesPageData): VNode | null {
  const { links, strings } = context;
  const text = strings.dependencies;
  const { catalog, name } = version;
  if (graph.conflict === undefined) {
    if (graph.notices.length === 0) return null;
    return (
      <ul class="notice graph-notices">
        {graph.notices.map((notice) => (
          <li key={notice}>{notice}</li>
        ))}
      </ul>
    );
  }
  const { vela, kubernetes } = state;
  const cluster = { ...(vela === undefined ? {} : { vela }), ...(kubernetes === undefined ? {} : { kubernetes }) };
  const want = [{ catalog, name, range: version.version }];
  const [headline = ''] = graph.conflict.text.split('\n');
  return (
    <div class="notice notice-bad">
      <p>
        <strong>{headline}</strong>
      </p>
      <ul class="graph-notices">
        {graph.conflict.facts.map((fact) => (
          <li key={fact.id}>{fact.text}</li>
        ))}
      </ul>
      <p>
        <a href={links.plan({ want, ...cluster })}>{text.whatToChange}</a>
      </p>
    </div>
  );
}

const directions: readonly GraphDirection[] = ['dependencies', 'dependents'];
const maxDepthLinks = 4;

/** Which way the graph leads and how far, as links. */
function GraphSwitches({ context, version, graph, state }: DependenciesPageData): VNode {
  const { links, strings } = context;
  const text = strings.dependencies;
  const { depth: shown, direction: _direction, ...cluster } = state;
  const depths = Array.from({ length: Math.min(graph.deepest, maxDepthLinks) }, (_, index) => index + 1);
  return (
    <div class="graph-switches">
      <nav class="line-switch" aria-label={text.directionLabel}>
        <ul>
          {directions.map((direction) => (
            <li key={direction}>
              <a
                href={links.dependencies(version, { ...cluster, direction })}
                aria-current={direction === graph.direction ? 'true' : undefined}
              >
                {text.directions[direction]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {graph.deepest > 1 && (
        <nav class="line-switch" aria-label={text.depthLabel}>
          <ul>
            {[...depths, undefined].map((depth) => (
              <li key={depth ?? 'all'}>
                <a
                  href={links.dependencies(version, {
                    ...cluster,
                    direction: graph.direction,
                    ...(depth === undefined ? {} : { depth }),
                  })}
                  aria-current={depth === shown ? 'true' : undefined}
                >
                  {depth === undefined ? text.allSteps : text.steps(depth)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  );
}
