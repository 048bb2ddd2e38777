import type { VNode } from 'preact';
import type { DependencyGraph, GraphEdge, GraphNode } from '../../schemas/dependency-graph.ts';
import type { PageContext } from '../context/page-context.ts';
import { UsedDefinitions } from './used-definitions.tsx';

interface DependencyTableProps {
  readonly context: PageContext;
  readonly graph: DependencyGraph;
}

/** Everything that a version needs, nearest first: the version that is meant, who asks for it, and whether it fits. */
export function DependencyTable({ context, graph }: DependencyTableProps): VNode {
  const text = context.strings.dependencies;
  return (
    <table class="rows">
      <caption class="visually-hidden">{text.dependencies}</caption>
      <thead>
        <tr>
          <th scope="col">{text.addon}</th>
          <th scope="col">{text.version}</th>
          <th scope="col">{text.neededBy}</th>
          <th scope="col">{text.fits}</th>
        </tr>
      </thead>
      <tbody>
        {graph.nodes
          .filter(({ state }) => state !== 'asked')
          .map((node) => {
            const edges = graph.edges.filter(({ to }) => to === node.id);
            return (
              <tr key={node.id}>
                <th scope="row">
                  <NodeName context={context} node={node} />
                </th>
                <td data-label={text.version}>
                  <NodeVersion context={context} node={node} />
                </td>
                <td data-label={text.neededBy}>
                  <ul class="plain">
                    {edges.map((edge, index) => (
                      <li key={index}>
                        <Asker context={context} edge={edge} />
                      </li>
                    ))}
                  </ul>
                </td>
                <td data-label={text.fits}>
                  <Fit context={context} node={node} edges={edges} />
                </td>
              </tr>
            );
          })}
      </tbody>
    </table>
  );
}

function NodeName({ context, node }: { context: PageContext; node: GraphNode }): VNode {
  const { catalog, name } = node;
  if (catalog === undefined) return <span>{name}</span>;
  return <a href={context.links.addon(catalog, name)}>{name}</a>;
}

function NodeVersion({ context, node }: { context: PageContext; node: GraphNode }): VNode {
  const { catalog, name, version } = node;
  if (version === undefined) return <span class="quiet">{context.strings.dependencies.none}</span>;
  if (catalog === undefined) return <span>{version}</span>;
  return <a href={context.links.version({ catalog, name, version })}>{version}</a>;
}

function Asker({ context, edge }: { context: PageContext; edge: GraphEdge }): VNode {
  const text = context.strings.dependencies;
  return (
    <>
      {edge.from} {edge.range !== undefined && <code>{edge.range}</code>}
      {edge.range === undefined && edge.uses === undefined && <span class="quiet">{text.anyVersion}</span>}
      {edge.uses !== undefined && <UsedDefinitions context={context} uses={edge.uses} />}
    </>
  );
}

function Fit({ context, node, edges }: { context: PageContext; node: GraphNode; edges: readonly GraphEdge[] }): VNode {
  const text = context.strings.dependencies;
  if (node.state === 'missing') return <span class="count severity-error">{text.missing}</span>;
  const conflicts = edges.filter(({ state }) => state === 'conflict');
  if (conflicts.length === 0) return <span class="state state-ok">{text.fit}</span>;
  const sentences = conflicts.flatMap((edge) => (edge.text === undefined ? [] : [edge.text]));
  return (
    <div>
      <span class="count severity-error">{node.state === 'unfit' ? text.noneFits : text.conflict}</span>
      {sentences.map((sentence) => (
        <p key={sentence} class="hint">
          {sentence}
        </p>
      ))}
    </div>
  );
}
