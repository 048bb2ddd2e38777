import type { VNode } from 'preact';
import type { AddonFile } from '../../schemas/addon.ts';
import type { FindingCounts, VersionDetail } from '../../schemas/rest.ts';
import { type FileFolder, toFileName } from '../context/file-tree.ts';
import type { PageContext } from '../context/page-context.ts';
import { FindingCountsMark } from './finding-counts-mark.tsx';

interface FileTreeProps {
  readonly context: PageContext;
  readonly version: VersionDetail;
  readonly folder: FileFolder;
  /** Path of the file that is shown; the folders around it are open, others are not. Without it all are open. */
  readonly current?: string;
  /** Folders are links to pages of their own, because there are too many files for one page. */
  readonly flat?: true;
  /** What each file is read as, and its size. */
  readonly facts?: true;
}

/** The files of a folder as a tree. */
export function FileTree(props: FileTreeProps): VNode {
  return <FolderContent {...props} counts={countByFile(props.version)} />;
}

interface FolderProps extends FileTreeProps {
  readonly counts: ReadonlyMap<string, FindingCounts>;
}

function FolderContent(props: FolderProps): VNode {
  const { folder, context, version, flat } = props;
  return (
    <ul class="file-tree">
      {folder.folders.map((inner) => (
        <li key={`${inner.path}/`}>
          {flat ? (
            <p class="file-row">
              <a href={context.links.folder(version, inner.path)}>{inner.name}/</a>{' '}
              <span class="tab-count">{context.formats.number(inner.count)}</span>
            </p>
          ) : (
            <Folder {...props} folder={inner} />
          )}
        </li>
      ))}
      {folder.files.map((file) => (
        <li key={file.path}>
          <FileRow {...props} file={file} />
        </li>
      ))}
    </ul>
  );
}

function Folder(props: FolderProps): VNode {
  const { folder, current, context } = props;
  return (
    <details open={current === undefined || current.startsWith(`${folder.path}/`)}>
      <summary>
        {folder.name}/ <span class="tab-count">{context.formats.number(folder.count)}</span>
      </summary>
      <FolderContent {...props} />
    </details>
  );
}

function FileRow({ context, version, file, current, facts, counts }: FolderProps & { file: AddonFile }): VNode {
  const { links, strings, formats } = context;
  const found = counts.get(file.path);
  return (
    <p class="file-row">
      <a href={links.file(version, file.path)} aria-current={file.path === current ? 'page' : undefined}>
        {toFileName(file.path)}
      </a>
      {found !== undefined && <FindingCountsMark context={context} counts={found} />}
      {facts && (
        <>
          {file.mode === '0755' && <span class="label">{strings.files.executable}</span>}
          <span class="file-role">{strings.files.roles[file.role]}</span>
          <span class="file-size">{formats.size(file.sizeBytes)}</span>
        </>
      )}
    </p>
  );
}

function countByFile({ findings }: VersionDetail): ReadonlyMap<string, FindingCounts> {
  const counts = new Map<string, FindingCounts>();
  for (const { file, severity } of findings) {
    const before = counts.get(file) ?? { error: 0, warning: 0, info: 0 };
    counts.set(file, { ...before, [severity]: before[severity] + 1 });
  }
  return counts;
}
