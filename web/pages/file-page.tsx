import type { VNode } from 'preact';
import type { AddonFile } from '../../schemas/addon.ts';
import type { Finding } from '../../schemas/finding.ts';
import { FileActions } from '../components/file-actions.tsx';
import { FilePath } from '../components/file-path.tsx';
import { FileTree } from '../components/file-tree.tsx';
import { SourcePages } from '../components/source-pages.tsx';
import { SourceText } from '../components/source-text.tsx';
import { VersionFrame } from '../components/version-frame.tsx';
import { findFolder, toFileTree } from '../context/file-tree.ts';
import { type SourceExtract, toSourcePage } from '../context/source-lines.ts';
import type { VersionPageData } from '../context/version-page-data.ts';

/** The content of a file: lines of its text, or the reason why it is not shown. */
export type FileView =
  | { readonly kind: 'text'; readonly extract: SourceExtract }
  | { readonly kind: 'binary' | 'tooLarge' };

export interface FilePageData extends VersionPageData {
  readonly file: AddonFile;
  readonly view: FileView;
}

/** Beyond these only the folder of the file is shown beside it. */
const maxTreeFiles = 120;

/** One file of a version, with an anchor on each line and the findings where they belong. */
export function FilePage({ file, view, ...data }: FilePageData): VNode {
  const { context, version } = data;
  const { links, strings } = context;
  const text = strings.files;
  const findings = version.findings.filter((finding) => finding.file === file.path);
  return (
    <VersionFrame
      {...data}
      tab="files"
      wide
      islands={['source']}
      canonical={links.filePage(version, file.path, view.kind === 'text' ? toSourcePage(view.extract.first) : 1)}
      description={text.description(file.path, version.name, version.version)}
      trail={[{ label: text.heading, href: links.version(version, 'files') }, { label: file.path }]}
    >
      <div class="source-frame">
        <FileSide data={data} file={file} />
        <div class="source-main">
          <h2 class="file-title">
            <FilePath context={context} version={version} path={file.path} />
          </h2>
          <FileActions context={context} version={version} file={file} copies={view.kind === 'text'} />
          {view.kind === 'text' ? (
            <>
              <FindingPlaces data={data} file={file} findings={findings} />
              <SourcePages context={context} version={version} path={file.path} extract={view.extract} />
              <SourceText
                context={context}
                label={text.contentOf(file.path)}
                lines={view.extract.lines}
                first={view.extract.first}
                findings={findings}
              />
              <SourcePages context={context} version={version} path={file.path} extract={view.extract} />
            </>
          ) : (
            <p class="empty">{view.kind === 'binary' ? text.binary : text.tooLarge}</p>
          )}
        </div>
      </div>
    </VersionFrame>
  );
}

interface FilePartProps {
  readonly data: VersionPageData;
  readonly file: AddonFile;
}

function FileSide({ data: { context, version }, file }: FilePartProps): VNode {
  const tree = toFileTree(version.files);
  const around = file.path.split('/').slice(0, -1).join('/');
  const folder = version.files.length > maxTreeFiles ? (findFolder(tree, around) ?? tree) : tree;
  const shown = { ...folder, files: folder.files.slice(0, maxTreeFiles) };
  return (
    <nav class="source-side" aria-label={context.strings.files.heading}>
      <FileTree
        context={context}
        version={version}
        folder={shown}
        current={file.path}
        {...(folder.count > maxTreeFiles ? { flat: true } : {})}
      />
    </nav>
  );
}

/** The lines that have findings, as links. */
function FindingPlaces(props: FilePartProps & { readonly findings: readonly Finding[] }): VNode | null {
  const { data, file, findings } = props;
  if (findings.length === 0) return null;
  const { strings, links } = data.context;
  const lines = [...new Set(findings.map(({ line }) => line))].sort((left, right) => left - right);
  return (
    <p class="file-facts">
      <span>{strings.counts.findings(findings.length)}:</span>
      {lines.slice(0, 40).map((line) => (
        <a key={line} href={links.file(data.version, file.path, line)}>
          {strings.source.line(line)}
        </a>
      ))}
    </p>
  );
}
