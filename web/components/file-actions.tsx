import type { VNode } from 'preact';
import type { AddonFile } from '../../schemas/addon.ts';
import type { VersionReference } from '../context/links.ts';
import type { PageContext } from '../context/page-context.ts';

interface FileActionsProps {
  readonly context: PageContext;
  readonly version: VersionReference;
  readonly file: AddonFile;
  /** Whether its text can be copied whole. */
  readonly copies: boolean;
}

/** What a file is, and what can be done with all of it. */
export function FileActions({ context, version, file, copies }: FileActionsProps): VNode {
  const { links, strings, formats } = context;
  const text = strings.files;
  return (
    <p class="file-facts">
      <span>{text.roles[file.role]}</span>
      <span>{formats.size(file.sizeBytes)}</span>
      {file.mode === '0755' && <span>{text.executable}</span>}
      <a href={links.raw(version, file.path)}>{text.raw}</a>
      {copies && (
        <button
          type="button"
          class="file-copy"
          hidden
          data-copy-from={links.fileText(version, file.path)}
          data-copied={strings.frame.copied}
          aria-label={strings.frame.copyLine(file.path)}
        >
          {strings.frame.copy}
        </button>
      )}
    </p>
  );
}
