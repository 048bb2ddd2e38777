import type { VNode } from 'preact';
import { VersionFrame } from '../components/version-frame.tsx';
import type { VersionPageData } from '../context/version-page-data.ts';

/** Every file of a version and what the client takes it for. */
export function FilesPage(data: VersionPageData): VNode {
  const { context, version } = data;
  const { links, strings, formats } = context;
  const text = strings.files;
  return (
    <VersionFrame {...data} tab="files" canonical={links.version(version, 'files')}>
      <h2>{text.heading}</h2>
      <table class="rows file-rows">
        <thead>
          <tr>
            <th scope="col">{text.path}</th>
            <th scope="col">{text.role}</th>
            <th scope="col" class="number">
              {text.size}
            </th>
          </tr>
        </thead>
        <tbody>
          {version.files.map((file) => (
            <tr key={file.path}>
              <th scope="row">
                <a href={links.file(version, file.path)}>{file.path}</a>
              </th>
              <td class={file.role === 'ignored' ? 'quiet' : undefined}>
                {text.roles[file.role]}
                {file.mode === '0755' && <span class="label">{text.executable}</span>}
              </td>
              <td class="number nowrap">{formats.size(file.sizeBytes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </VersionFrame>
  );
}
