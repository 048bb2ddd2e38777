import type { VNode } from 'preact';
import { FilePath } from '../components/file-path.tsx';
import { FileTree } from '../components/file-tree.tsx';
import { VersionFrame } from '../components/version-frame.tsx';
import { findFolder, toFileTree } from '../context/file-tree.ts';
import type { VersionPageData } from '../context/version-page-data.ts';

export interface FilesPageData extends VersionPageData {
  /** Path of the folder that is shown with everything below it; empty = all files. One that is not there is shown as empty. */
  readonly folder: string;
}

/** Beyond these a page shows one folder at a time. */
const maxTreeFiles = 600;

/** The files of a version and what the client takes each for. */
export function FilesPage({ folder: path, ...data }: FilesPageData): VNode {
  const { context, version } = data;
  const { links, strings } = context;
  const text = strings.files;
  const folder = findFolder(toFileTree(version.files), path);
  const shown = folder && { ...folder, files: folder.files.slice(0, maxTreeFiles) };
  const left = (folder?.files.length ?? 0) - (shown?.files.length ?? 0);
  const all = { label: text.heading, href: links.version(version, 'files') };
  return (
    <VersionFrame
      {...data}
      tab="files"
      canonical={links.folder(version, path)}
      {...(path === '' ? {} : { trail: [all, { label: `${path}/` }] })}
    >
      {path === '' ? (
        <h2>{text.heading}</h2>
      ) : (
        <>
          <h2 class="file-title">
            <FilePath context={context} version={version} path={path} />/
          </h2>
          <p>
            <a href={all.href}>{strings.source.allFiles}</a>
          </p>
        </>
      )}
      {shown === undefined ? (
        <p class="empty">{strings.source.noFolder}</p>
      ) : (
        <FileTree
          context={context}
          version={version}
          folder={shown}
          facts
          {...(shown.count > maxTreeFiles ? { flat: true } : {})}
        />
      )}
      {left > 0 && <p class="quiet">{strings.source.moreFiles(left)}</p>}
    </VersionFrame>
  );
}
