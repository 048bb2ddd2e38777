import type { VNode } from 'preact';
import type { AddonFile } from '../../schemas/addon.ts';
import { SourceText } from '../components/source-text.tsx';
import { VersionFrame } from '../components/version-frame.tsx';
import type { VersionPageData } from '../context/version-page-data.ts';

/** The content of a file: its text, or the reason why it is not shown. */
export type FileView = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'binary' | 'tooLarge' };

export interface FilePageData extends VersionPageData {
  readonly file: AddonFile;
  readonly view: FileView;
}

/** One file of a version, with an anchor on each line and the findings where they belong. */
export function FilePage({ file, view, ...data }: FilePageData): VNode {
  const { context, version } = data;
  const { links, strings, formats } = context;
  const text = strings.files;
  return (
    <VersionFrame
      {...data}
      tab="files"
      canonical={links.file(version, file.path)}
      description={text.description(file.path, version.name, version.version)}
      trail={[{ label: text.heading, href: links.version(version, 'files') }, { label: file.path }]}
    >
      <h2 class="file-title">{file.path}</h2>
      <p class="file-facts">
        <span>{text.roles[file.role]}</span>
        <span>{formats.size(file.sizeBytes)}</span>
        {file.mode === '0755' && <span>{text.executable}</span>}
        <a href={links.raw(version, file.path)}>{text.raw}</a>
      </p>
      {view.kind === 'text' ? (
        <SourceText
          context={context}
          label={text.contentOf(file.path)}
          text={view.text}
          findings={version.findings.filter((finding) => finding.file === file.path)}
        />
      ) : (
        <p class="empty">{view.kind === 'binary' ? text.binary : text.tooLarge}</p>
      )}
    </VersionFrame>
  );
}
