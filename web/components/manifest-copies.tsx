import type { VNode } from 'preact';
import type { JsonObject } from '../../schemas/json.ts';
import { type EnabledAddon, toEnableWithArguments } from '../context/form/copy-lines.ts';
import type { FormContext } from '../context/form/form-context.ts';
import { toValuesYaml } from '../context/form/to-values-yaml.ts';
import { toShellWord } from '../context/shell-word.ts';

interface ManifestCopiesProps {
  readonly context: FormContext;
  readonly enabled: EnabledAddon;
  /** As they were rendered. */
  readonly values: JsonObject;
  /** Paths of the secrets among them, which no address holds. */
  readonly secrets: readonly string[];
  readonly application: string | undefined;
  /** Absolute address of the objects for `kubectl apply`; undefined when the values are too long for one. */
  readonly bundleUrl: string | undefined;
  /** Absolute address of the form with its values; undefined in the same case. */
  readonly pageUrl: string | undefined;
  readonly lockEntry: string;
}

/** Everything that one may take away: command, values file, Application, address, lock entry. */
export function ManifestCopies(props: ManifestCopiesProps): VNode {
  const { context, enabled, values, secrets, application, bundleUrl, pageUrl, lockEntry } = props;
  const text = context.text.manifest;
  const { line, left } = toEnableWithArguments(enabled, values);
  const paths = secrets.map(toDotted).join(', ');
  return (
    <section class="manifest-copies" aria-labelledby="take-away">
      <h3 id="take-away">{text.copyHeading}</h3>
      <CopyPart context={context} label={text.command} value={line} id="copy-command">
        {left.length > 0 && <p class="notice notice-warn">{text.commandLeft(left.map(toDotted).join(', '))}</p>}
        {secrets.length > 0 && <p class="hint">{text.commandSecret}</p>}
      </CopyPart>
      <CopyPart context={context} label={text.valuesFile} value={toValuesYaml(values) || '{}\n'} id="copy-values" />
      {application !== undefined && (
        <CopyPart context={context} label={text.applicationYaml} value={application} id="copy-application" hidden />
      )}
      {bundleUrl === undefined ? (
        <p class="hint">{text.urlTooLong}</p>
      ) : (
        <>
          <CopyPart
            context={context}
            label={text.url}
            value={`kubectl apply -f ${toShellWord(bundleUrl)}`}
            id="copy-url"
          />
          {pageUrl !== undefined && <CopyPart context={context} label={text.link} value={pageUrl} id="copy-link" />}
          {secrets.length > 0 && <p class="hint">{text.urlSecret(paths)}</p>}
        </>
      )}
      <CopyPart context={context} label={text.lock} value={lockEntry} id="copy-lock">
        <p class="hint">{text.lockText}</p>
      </CopyPart>
    </section>
  );
}

interface CopyPartProps {
  readonly context: FormContext;
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** The text stands on the page already. */
  readonly hidden?: true;
  readonly children?: VNode | (VNode | false)[];
}

function CopyPart({ context, id, label, value, hidden, children }: CopyPartProps): VNode {
  const text = context.text.manifest;
  return (
    <div class={hidden ? 'copy-part copy-part-short' : 'copy-part'} id={id}>
      <p class="copy-head">
        <span>{label}</span>
        <button
          type="button"
          class="command-copy"
          hidden={!context.live}
          data-copy={value}
          data-copied={text.copied}
          aria-label={text.copyLine(label)}
        >
          {text.copy}
        </button>
      </p>
      {!hidden && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <pre tabIndex={0}>{value}</pre>
      )}
      {children}
    </div>
  );
}

function toDotted(pointer: string): string {
  return pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');
}
