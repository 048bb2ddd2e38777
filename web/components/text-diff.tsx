import type { VNode } from 'preact';
import type { VersionDiff } from '../../schemas/version-diff.ts';
import type { AddonReference, ComparisonState } from '../context/links.ts';
import type { PageContext } from '../context/page-context.ts';
import { type DiffHunk, type DiffRow, type FileTextDiff, toPairs } from '../context/text-diff.ts';
import { BreakableName } from './breakable-name.tsx';
import { VisibleText } from './visible-text.tsx';

interface TextDiffProps {
  readonly context: PageContext;
  readonly addon: AddonReference;
  readonly diff: VersionDiff;
  readonly state: ComparisonState;
  readonly text: FileTextDiff;
}

/** How one file differs, line by line, in one column or two; what is not laid out is linked. */
export function TextDiff(props: TextDiffProps): VNode {
  const { context, state, text } = props;
  const { path, view } = text;
  return (
    <section class="difference" id={`file-${path}`}>
      <h3>
        <code>
          <BreakableName name={path} />
        </code>
      </h3>
      {view.kind === 'text' ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section class="source" aria-label={context.strings.compare.sides(path)} tabIndex={0}>
          <LineTable context={context} hunks={view.hunks} split={state.view === 'split'} />
        </section>
      ) : (
        <Unshown {...props} kind={view.kind} />
      )}
    </section>
  );
}

function Unshown({
  context,
  addon,
  diff,
  state,
  text,
  kind,
}: TextDiffProps & { readonly kind: 'binary' | 'tooLarge' | 'folded' }): VNode {
  const { strings, links } = context;
  const words = strings.compare;
  const { from, to } = diff;
  if (kind === 'folded') {
    const here = links.compare(addon, { ...state, file: text.path });
    return (
      <p>
        <a href={`${here}#file-${encodeURIComponent(text.path)}`}>{words.folded}</a>
      </p>
    );
  }
  return (
    <p class="file-facts">
      <span class="quiet">{words[kind]}</span>
      <a href={links.file({ ...addon, version: from.version }, text.path)}>{words.oldFile}</a>
      <a href={links.file({ ...addon, version: to.version }, text.path)}>{words.newFile}</a>
    </p>
  );
}

interface LineTableProps {
  readonly context: PageContext;
  readonly hunks: readonly DiffHunk[];
  readonly split: boolean;
}

function LineTable({ context, hunks, split }: LineTableProps): VNode {
  const text = context.strings.compare;
  return (
    <table class={split ? 'diff-lines diff-split' : 'diff-lines'}>
      {split && (
        <colgroup>
          <col class="diff-number-column" />
          <col />
          <col class="diff-number-column" />
          <col />
        </colgroup>
      )}
      <thead class="visually-hidden">
        <tr>
          <th scope="col">{text.lineBefore}</th>
          {split && <th scope="col">{text.before}</th>}
          <th scope="col">{text.lineAfter}</th>
          <th scope="col">{split ? text.after : text.text}</th>
        </tr>
      </thead>
      {hunks.map((hunk, index) => (
        <tbody key={index}>
          {split
            ? toPairs(hunk).map(({ left, right }, place) => (
                <tr key={place}>
                  <LineNumber row={left} number={left?.before} />
                  <LineText row={left} />
                  <LineNumber row={right} number={right?.after} />
                  <LineText row={right} />
                </tr>
              ))
            : hunk.map((row, place) => (
                <tr key={place}>
                  <LineNumber row={row} number={row.before} />
                  <LineNumber row={row} number={row.after} />
                  <LineText row={row} />
                </tr>
              ))}
        </tbody>
      ))}
    </table>
  );
}

const signs = { same: '', removed: '−', added: '+' } as const;

function LineNumber({ row, number }: { row: DiffRow | undefined; number: number | undefined }): VNode {
  return <td class={`diff-number diff-${row?.kind ?? 'none'}`}>{number}</td>;
}

function LineText({ row }: { row: DiffRow | undefined }): VNode {
  if (row === undefined) return <td class="diff-text diff-none" />;
  return (
    <td class={`diff-text diff-${row.kind}`}>
      <span class="diff-sign">{signs[row.kind]}</span>
      <code>
        <VisibleText text={row.text} />
      </code>
    </td>
  );
}
