import type { ChangeKind } from '../../../schemas/change.ts';
import type { Language } from '../../../schemas/language.ts';

interface FeedWords {
  /** `about` is empty, a catalog, or an addon of it. */
  readonly title: (about: string) => string;
  readonly entry: Readonly<Record<ChangeKind, (what: string) => string>>;
  readonly replacement: (name: string) => string;
}

/** What feeds say, in each language. */
export const feedWords: Readonly<Record<Language, FeedWords>> = {
  en: {
    title: (about) => (about === '' ? 'KubeVela addons: what changed' : `${about}: what changed`),
    entry: {
      published: (what) => what,
      yanked: (what) => `${what} is yanked`,
      unyanked: (what) => `${what} is no longer yanked`,
      deprecated: (what) => `${what} is deprecated`,
      undeprecated: (what) => `${what} is no longer deprecated`,
      quarantined: (what) => `${what} is quarantined`,
      released: (what) => `${what} is no longer quarantined`,
    },
    replacement: (name) => `Use ${name} instead.`,
  },
  zh: {
    title: (about) => (about === '' ? 'KubeVela 插件动态' : `${about} 动态`),
    entry: {
      published: (what) => what,
      yanked: (what) => `${what} 已撤回`,
      unyanked: (what) => `${what} 已取消撤回`,
      deprecated: (what) => `${what} 已弃用`,
      undeprecated: (what) => `${what} 已取消弃用`,
      quarantined: (what) => `${what} 已隔离`,
      released: (what) => `${what} 已解除隔离`,
    },
    replacement: (name) => `请改用 ${name}。`,
  },
};
