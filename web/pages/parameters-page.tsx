import type { VNode } from 'preact';
import type { VersionParameters } from '../../schemas/version-parts.ts';
import { LineSwitch } from '../components/line-switch.tsx';
import { ParameterTable } from '../components/parameter-table.tsx';
import { PendingNotice } from '../components/pending-notice.tsx';
import { VersionFrame } from '../components/version-frame.tsx';
import type { VersionPageData } from '../context/version-page-data.ts';

export interface ParametersPageData extends VersionPageData {
  readonly parameters: VersionParameters;
}

/** What can be given when an addon is enabled. */
export function ParametersPage({ parameters, ...data }: ParametersPageData): VNode {
  const { context, version } = data;
  const { links, strings } = context;
  const text = strings.parameters;
  const file = version.files.find((candidate) => candidate.role === 'parameter');
  return (
    <VersionFrame
      {...data}
      tab="parameters"
      canonical={links.version(version, 'parameters')}
      description={text.description(version.name, version.version)}
    >
      <h2>{text.heading}</h2>
      <p>
        {text.intro} {file !== undefined && <a href={links.file(version, file.path)}>{text.file}</a>}
      </p>
      <LineSwitch
        context={context}
        shown={parameters.for}
        toHref={(line) => links.version(version, 'parameters', line)}
      />
      {parameters.pending && <PendingNotice context={context} line={parameters.for} />}
      {!parameters.pending && parameters.items.length === 0 && <p class="empty">{text.none}</p>}
      {parameters.items.length > 0 && (
        <>
          <ParameterTable context={context} parameters={parameters.items} caption={text.heading} />
          <p class="file-facts">
            <a href={links.parameterSchema(version, { line: parameters.for, format: 'json-schema' })}>{text.schema}</a>
            <a href={links.parameterSchema(version, { line: parameters.for, format: 'openapi' })}>
              {strings.definition.openApi}
            </a>
          </p>
        </>
      )}
    </VersionFrame>
  );
}
