import type { VNode } from 'preact';
import type { DefinitionPageData, ParameterOrigins } from '../context/definition-page-data.ts';
import type { PageContext } from '../context/page-context.ts';
import { ParameterTable } from './parameter-table.tsx';

/** The parameters of a definition; those of Terraform are the variables of its configuration. */
export function DefinitionParameters({ context, detail, isRemote, origins }: DefinitionPageData): VNode | null {
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
        <>
          {origins !== undefined && <Origins context={context} origins={origins} shown={detail.shown.version} />}
          <ParameterTable
            context={context}
            parameters={document.parameters}
            caption={title}
            {...(origins && { since: origins.later })}
          />
        </>
      )}
    </section>
  );
}

interface OriginsProps {
  readonly context: PageContext;
  readonly origins: ParameterOrigins;
  readonly shown: string;
}

/** Since when the parameters without a mark of their own have been there. */
function Origins({ context, origins, shown }: OriginsProps): VNode | null {
  const text = context.strings.definition;
  const { first, later } = origins;
  if (first === shown) return null;
  return <p class="hint">{later.size === 0 ? text.allSince(first) : text.othersSince(first)}</p>;
}
