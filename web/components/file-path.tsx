import type { VNode } from 'preact';
import { toFileName } from '../context/file-tree.ts';
import type { VersionReference } from '../context/links.ts';
import type { PageContext } from '../context/page-context.ts';

interface FilePathProps {
  readonly context: PageContext;
  readonly version: VersionReference;
  readonly path: string;
}

/** A path whose folders are links. */
export function FilePath({ context, version, path }: FilePathProps): VNode {
  const folders = path.split('/').slice(0, -1);
  return (
    <>
      {folders.map((name, index) => (
        <span key={index}>
          <a href={context.links.folder(version, folders.slice(0, index + 1).join('/'))}>{name}</a>/<wbr />
        </span>
      ))}
      {toFileName(path)}
    </>
  );
}
