import type { VNode } from 'preact';
import type { FileDifference, VersionDiff } from '../../schemas/version-diff.ts';
import type { AddonReference, ComparisonState } from '../context/links.ts';
import type { PageContext } from '../context/page-context.ts';
import type { FileTextDiff } from '../context/text-diff.ts';
import { BreakableName } from './breakable-name.tsx';
import { ChangeMark } from './change-marks.tsx';
import { TextDiff } from './text-diff.tsx';

interface FileDifferencesProps {
  readonly context: PageContext;
  readonly addon: AddonReference;
  readonly diff: VersionDiff;
  readonly state: ComparisonState;
  readonly texts: readonly FileTextDiff[];
}

const maxFiles = 200;
const views = ['unified', 'split'] as const;

/** Files that came, went or changed, and how their texts differ. */
export function FileDifferences({ context, addon, diff, state, texts }: FileDifferencesProps): VNode {
  const { strings, links } = context;
  const text = strings.compare;
  const shown = state.view ?? 'unified';
  return (
    <>
      <FileTable context={context} diff={diff} />
      {texts.length > 0 && (
        <nav class="line-switch" aria-label={text.view}>
          <ul>
            {views.map((view) => (
              <li key={view}>
                <a
                  href={`${links.compare(addon, { ...state, view })}#files`}
                  aria-current={view === shown ? 'true' : undefined}
                >
                  {text.views[view]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {texts.map((each) => (
        <TextDiff key={each.path} context={context} addon={addon} diff={diff} state={state} text={each} />
      ))}
    </>
  );
}

function FileTable({ context, diff }: { context: PageContext; diff: VersionDiff }): VNode {
  const { strings } = context;
  const text = strings.compare;
  return (
    <>
      <table class="rows change-rows">
        <caption class="visually-hidden">{text.files}</caption>
        <thead>
          <tr>
            <th scope="col">{text.path}</th>
            <th scope="col">{text.change}</th>
            <th scope="col">{strings.files.role}</th>
            <th scope="col" class="number">
              {text.size}
            </th>
          </tr>
        </thead>
        <tbody>
          {diff.files.slice(0, maxFiles).map((file) => (
            <FileRow key={file.path} context={context} diff={diff} file={file} />
          ))}
        </tbody>
      </table>
      {diff.files.length > maxFiles && <p class="quiet">{text.more(diff.files.length - maxFiles)}</p>}
    </>
  );
}

function FileRow({ context, diff, file }: { context: PageContext; diff: VersionDiff; file: FileDifference }): VNode {
  const { strings, links, formats } = context;
  const text = strings.compare;
  const side = file.change === 'removed' ? diff.from : diff.to;
  const { catalog } = side;
  const name = <BreakableName name={file.path} />;
  const sizes = [file.before, file.after].flatMap((state) => (state === undefined ? [] : [state.sizeBytes]));
  return (
    <tr>
      <th scope="row">
        {catalog === undefined ? name : <a href={links.file({ ...side, catalog }, file.path)}>{name}</a>}
      </th>
      <td data-label={text.change}>
        <ChangeMark context={context} change={file.change} />
      </td>
      <td data-label={strings.files.role}>{strings.files.roles[file.role]}</td>
      <td data-label={text.size} class="number nowrap">
        {sizes.map((size) => formats.size(size)).join(' → ')}
      </td>
    </tr>
  );
}
