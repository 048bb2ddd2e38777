import type { VNode } from 'preact';
import type { VersionEffects } from '../../schemas/version-parts.ts';
import { EffectList } from '../components/effect-list.tsx';
import { LineSwitch } from '../components/line-switch.tsx';
import { PendingNotice } from '../components/pending-notice.tsx';
import { VersionFrame } from '../components/version-frame.tsx';
import type { VersionPageData } from '../context/version-page-data.ts';

export interface EffectsPageData extends VersionPageData {
  readonly effects: VersionEffects;
}

/** What enabling a version does to a cluster, the dangerous first, each with file and line. */
export function EffectsPage({ effects, ...data }: EffectsPageData): VNode {
  const { context, version } = data;
  const { links, strings } = context;
  const text = strings.effects;
  const paths = new Set(version.files.map((file) => file.path));
  return (
    <VersionFrame
      {...data}
      tab="effects"
      canonical={links.version(version, 'effects')}
      description={text.description(version.name, version.version)}
    >
      <h2>{text.heading}</h2>
      <p>{text.intro(effects.for)}</p>
      <LineSwitch context={context} shown={effects.for} toHref={(line) => links.version(version, 'effects', line)} />
      {effects.pending ? (
        <PendingNotice context={context} line={effects.for} />
      ) : (
        <Summary context={context} effects={effects} />
      )}
      <EffectList
        context={context}
        effects={effects.items}
        toFileHref={(file, line) => {
          if (file === '') return links.version(version, 'metadata');
          return paths.has(file) ? links.file(version, file, line) : undefined;
        }}
        toDefinitionHref={(definition) => {
          const [kind = '', ...name] = definition.split('/');
          const choice = { catalog: version.catalog, addon: version.name, version: version.version };
          return name.length === 0 ? undefined : links.definition(kind, name.join('/'), choice);
        }}
      />
    </VersionFrame>
  );
}

function Summary({ context, effects }: Pick<EffectsPageData, 'context' | 'effects'>): VNode | null {
  const text = context.strings.effects;
  if (effects.items.some((effect) => effect.severity === 'danger')) return null;
  return (
    <p class="notice notice-good">
      <strong>{text.nothingDangerous(effects.for)}</strong> {effects.items.length === 0 && text.nothing}
    </p>
  );
}
