import type { VNode } from 'preact';
import type { AddonSummary, Catalog } from '../../schemas/rest.ts';
import { CommandLine } from '../components/command-line.tsx';
import { DocumentFrame } from '../components/document-frame.tsx';
import {
  toEnableLine,
  toHelmAddLine,
  toHelmPullLine,
  toRegistryAddLine,
  toRegistryDeleteLine,
  toRegistryName,
} from '../components/install-lines.ts';
import type { PageContext } from '../context/page-context.ts';

/** The registry that every KubeVela control plane is born with (charts/vela-core/templates/addon_registry.yaml). */
const defaultRegistry = { name: 'KubeVela', url: 'https://kubevela.github.io/catalog/official' };

export interface UsePageData {
  readonly context: PageContext;
  /** An addon to show the lines with. */
  readonly example: AddonSummary | undefined;
}

/** How to point each client at this server, with its real address. */
export function UsePage({ context, example }: UsePageData): VNode {
  const { strings, catalogs } = context;
  const text = strings.use;
  return (
    <DocumentFrame
      context={context}
      head={{ title: text.title, description: text.description, trail: [{ label: text.title }] }}
      islands={['copy']}
    >
      <h1>{text.title}</h1>
      <p class="lead">{catalogs.length === 0 ? text.none : text.lead}</p>
      <Step id="add" title={text.add} text={text.addText} context={context} lines={catalogs.map(toVelaLine)} />
      {example !== undefined && (
        <Step
          id="enable"
          title={text.enable}
          text={text.enableText}
          context={context}
          lines={[toEnableLine(example.catalog, example.name, example.version)]}
        />
      )}
      <Step
        id="helm"
        title={text.helm}
        context={context}
        lines={[...catalogs.map(toHelmAddLine), ...toPull(example)]}
      />
      <Step
        id="replace"
        title={text.replace}
        text={text.replaceText}
        context={context}
        lines={[toRegistryDeleteLine(defaultRegistry.name), ...catalogs.map(toVelaLine)]}
      />
      <Step
        id="back"
        title={text.back}
        text={text.backText}
        context={context}
        lines={[
          ...catalogs.map((catalog) => toRegistryDeleteLine(toRegistryName(catalog.name))),
          toRegistryAddLine(defaultRegistry.name, defaultRegistry.url),
        ]}
      />
    </DocumentFrame>
  );
}

function toVelaLine(catalog: Catalog): string {
  return toRegistryAddLine(toRegistryName(catalog.name), catalog.url);
}

function toPull(example: AddonSummary | undefined): readonly string[] {
  return example === undefined ? [] : [toHelmPullLine(example.catalog, example.name, example.version)];
}

interface StepProps {
  readonly context: PageContext;
  readonly id: string;
  readonly title: string;
  readonly text?: string;
  readonly lines: readonly string[];
}

function Step({ context, id, title, text, lines }: StepProps): VNode | null {
  if (lines.length === 0) return null;
  return (
    <section class="step" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {text !== undefined && <p class="measure">{text}</p>}
      {lines.map((line) => (
        <CommandLine key={line} context={context} line={line} />
      ))}
    </section>
  );
}
