import type { VersionDetail } from '../../../schemas/rest.ts';

/** Which readme of a version is meant: the one that the client shows, or the one in Chinese. */
export type ReadmeVariant = 'main' | 'zh';

// As authors name them: readme_cn.md, README.zh-CN.md, README_ZH.md, README-zh_Hans.md, README.md.zh.
const chinese =
  /^readme(?:[._-](?:zh|cn|chinese)(?:[._-](?:cn|hans|hans[._-]cn))?\.(?:md|markdown)|\.md[._-](?:zh|cn))$/i;

/** Finds the readmes of a version by their names. KubeVela itself knows the main one only (pkg/addon/addon.go, `readReadme`). */
export function findReadmes({ readme, files }: VersionDetail): { readonly [variant in ReadmeVariant]?: string } {
  const translated = files.map(({ path }) => path).filter((path) => path !== readme && chinese.test(path));
  const [zh] = translated.toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1));
  return { ...(readme === undefined ? {} : { main: readme }), ...(zh === undefined ? {} : { zh }) };
}
