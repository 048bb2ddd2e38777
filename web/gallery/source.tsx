import { FileActions } from '../components/file-actions.tsx';
import { FilePath } from '../components/file-path.tsx';
import { FileTree } from '../components/file-tree.tsx';
import { ReadmeText } from '../components/readme-text.tsx';
import { SourcePages } from '../components/source-pages.tsx';
import { LineParts, SourceText } from '../components/source-text.tsx';
import { toFileTree } from '../context/file-tree.ts';
import { addon, files, findings, version } from './samples/addon.ts';
import { sourceLines } from './samples/definition.ts';
import type { GalleryEntry } from './types.ts';

const folder = toFileTree(files);
const headings = ['Install', 'Use', 'Care', 'Licence'].map((text, index) => ({ id: `part-${index}`, text, level: 3 }));
const content = headings.map(({ id, text }) => (
  <h3 key={id} id={id}>
    {text}
  </h3>
));

/** The files of a version and their texts. */
export const sourceEntries: readonly GalleryEntry[] = [
  {
    component: 'file-tree',
    states: [
      {
        name: 'one file shown',
        draw: (context) => (
          <FileTree context={context} version={version} folder={folder} current="definitions/beam.cue" />
        ),
      },
      {
        name: 'one level, with facts',
        draw: (context) => <FileTree context={context} version={version} folder={folder} flat facts />,
      },
    ],
  },
  {
    component: 'file-path',
    states: [
      {
        name: 'in a folder',
        draw: (context) => <FilePath context={context} version={version} path="definitions/beam.cue" />,
      },
    ],
  },
  {
    component: 'file-actions',
    states: files.slice(0, 1).map((file) => ({
      name: 'of a text',
      draw: (context) => <FileActions context={context} version={version} file={file} copies={true} />,
    })),
  },
  {
    component: 'source-text',
    states: [
      {
        name: 'in colour, with a finding',
        draw: (context) => (
          <SourceText context={context} label="template.cue" lines={sourceLines} findings={findings.slice(0, 1)} />
        ),
      },
      {
        name: 'parts of a line',
        draw: () => (
          <code>
            {sourceLines.slice(1, 2).map(({ parts }) => (
              <LineParts key="line" parts={parts} />
            ))}
          </code>
        ),
      },
    ],
  },
  {
    component: 'source-pages',
    states: [
      {
        name: 'the second of three',
        draw: (context) => (
          <SourcePages
            context={context}
            version={version}
            path="template.cue"
            extract={{ first: 501, lines: sourceLines, total: 1_240 }}
          />
        ),
      },
    ],
  },
  {
    component: 'readme-text',
    states: [
      {
        name: 'with contents, and in another language too',
        draw: (context) => (
          <ReadmeText
            data={{ context, addon, version }}
            readme={{
              kind: 'text',
              path: 'README.md',
              variant: 'main',
              hasOther: true,
              headings,
              content: <>{content}</>,
            }}
          />
        ),
      },
      {
        name: 'cut',
        draw: (context) => (
          <ReadmeText
            data={{ context, addon, version }}
            readme={{
              kind: 'text',
              path: 'README.md',
              variant: 'main',
              hasOther: false,
              headings: [],
              content: <p>Lights the way into a harbour.</p>,
              cut: 'beginning',
            }}
          />
        ),
      },
    ],
  },
];
