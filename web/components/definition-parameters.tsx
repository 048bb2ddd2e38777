import type { VNode } from 'preact';
import type { DefinitionPageData } from '../context/definition-page-data.ts';
import { ParameterTable } from './parameter-table.tsx';

/** The parameters of a definition; those of Terraform are the variables of its configuration. */
export function DefinitionParameters({ context, detail, isRemote }: DefinitionPageData): VNode | null {
  const { strings } = context;
  const { document } = detail;
  if (document === undefined) return null;
  const isTerraform = document.schematic === 'terraform';
  const title = isTerraform ? strings.definition.variables : strings.definition.parameters;
  return (
    <section aria-labelledby="parameters">
      <h2 id="parameters">{title}</h2>
      {document.parameters.length > 0 && isTerraform && <p class="hint">{strings.definition.variablesText}</p>}
      {document.parameters.length === 0 ? (
        <p class="quiet">{isRemote ? strings.definition.remote : strings.parameters.noneDefinition}</p>
      ) : (
        <ParameterTable context={context} parameters={document.parameters} caption={title} />
      )}
    </section>
  );
}
