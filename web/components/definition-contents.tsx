import type { VNode } from 'preact';
import type { DefinitionPageData } from '../context/definition-page-data.ts';

/** The parts of a long page as links. */
export function DefinitionContents({ context, detail, example, object }: DefinitionPageData): VNode {
  const text = context.strings.definition;
  const { document, facts } = detail;
  const isTerraform = facts.schematic === 'terraform';
  const parts = [
    { id: 'example', label: text.example, exists: example !== undefined },
    { id: 'parameters', label: isTerraform ? text.variables : text.parameters, exists: document !== undefined },
    { id: 'owners', label: text.owners, exists: true },
    { id: 'source', label: text.source, exists: true },
    { id: 'object', label: text.object, exists: object !== undefined },
  ];
  return (
    <nav class="page-contents" aria-label={text.contents}>
      <ul>
        {parts
          .filter(({ exists }) => exists)
          .map(({ id, label }) => (
            <li key={id}>
              <a href={`#${id}`}>{label}</a>
            </li>
          ))}
        <li class="page-contents-use">
          <a href="#use">{text.use}</a>
        </li>
      </ul>
    </nav>
  );
}
