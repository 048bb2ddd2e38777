import type { VNode } from 'preact';
import type { AddonDetail, VersionSummary } from '../../schemas/rest.ts';
import type { ComparisonState } from '../context/links.ts';
import type { PageContext } from '../context/page-context.ts';

interface ComparePickerProps {
  readonly context: PageContext;
  readonly addon: AddonDetail;
  readonly state: ComparisonState;
}

/** Asks for two versions of an addon; a plain form whose answer is the address. Nothing where fewer than two are served. */
export function ComparePicker({ context, addon, state }: ComparePickerProps): VNode | null {
  const { strings, links } = context;
  const text = strings.compare;
  const { from, to, file: _file, ...kept } = state;
  const versions = listComparable(addon).map(({ version }) => version);
  if (versions.length < 2) return null;
  return (
    <form class="compare-picker" action={links.compare(addon)} method="get" aria-label={text.picker}>
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Choice label={text.from} name="from" versions={versions} chosen={from} />
      <Choice label={text.to} name="to" versions={versions} chosen={to} />
      <button type="submit">{text.submit}</button>
    </form>
  );
}

/** Versions whose content may be shown, newest first. */
export function listComparable({ versions }: AddonDetail): readonly VersionSummary[] {
  return versions.filter(({ state }) => state !== 'quarantined');
}

interface ChoiceProps {
  readonly label: string;
  readonly name: 'from' | 'to';
  readonly versions: readonly string[];
  readonly chosen: string | undefined;
}

function Choice({ label, name, versions, chosen }: ChoiceProps): VNode {
  const id = `compare-${name}`;
  return (
    <span class="compare-choice">
      <label for={id}>{label}</label>
      <select id={id} name={name}>
        {versions.map((version) => (
          <option key={version} value={version} selected={version === chosen}>
            {version}
          </option>
        ))}
      </select>
    </span>
  );
}
