import type { VNode } from 'preact';
import type { DefinitionPageData } from '../context/definition-page-data.ts';
import { SourceText } from './source-text.tsx';

/** The author's text with an anchor on each line, and the object that the cluster gets. */
export function DefinitionTexts(data: DefinitionPageData): VNode {
  return (
    <>
      <Source {...data} />
      <ClusterObject {...data} />
    </>
  );
}

function Source({ context, detail, source }: DefinitionPageData): VNode {
  const { strings, links } = context;
  const text = strings.definition;
  const { catalog, addon, version, file } = detail.shown;
  const reference = { catalog, name: addon, version };
  return (
    <section aria-labelledby="source">
      <h2 id="source">{text.source}</h2>
      <p class="file-facts">
        <a href={links.file(reference, file)}>{file}</a>
        <a href={links.raw(reference, file)}>{strings.files.raw}</a>
      </p>
      {source.kind === 'text' ? (
        <SourceText
          context={context}
          label={strings.files.contentOf(file)}
          lines={source.lines}
          findings={detail.findings.filter((finding) => finding.file === file)}
        />
      ) : (
        <p class="empty">{strings.files.tooLarge}</p>
      )}
    </section>
  );
}

function ClusterObject({ context, detail, object, choice }: DefinitionPageData): VNode | null {
  if (object === undefined) return null;
  const { strings, links } = context;
  const text = strings.definition;
  const { kind, name } = detail.facts;
  const yaml = links.definitionFile({ kind, name, form: 'yaml' }, choice);
  return (
    <section aria-labelledby="object">
      <h2 id="object">{text.object}</h2>
      <p class="hint">
        {text.objectText} <a href={yaml}>{text.yamlFile}</a>
      </p>
      {object.kind === 'text' ? (
        <details>
          <summary>{text.show}</summary>
          <SourceText
            context={context}
            label={strings.files.contentOf(`${name}.yaml`)}
            lines={object.lines}
            findings={[]}
            anchorPrefix="O"
          />
        </details>
      ) : (
        <p class="empty">{text.objectLarge}</p>
      )}
    </section>
  );
}
