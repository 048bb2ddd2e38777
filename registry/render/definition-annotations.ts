import type { JsonObject } from '../../schemas/json.ts';
import { isApplied } from './bind-component.ts';
import type { RenderSession } from './render-session.ts';
import { createFault, done, type StageOutcome } from './stage-outcome.ts';
import type { RenderedObject } from './types.ts';
import { readMetadataTexts, readName, withMetadata } from './unstructured.ts';

const annotationByKind: ReadonlyMap<string, string> = new Map([
  ['ComponentDefinition', 'addon.oam.dev/componentDefinitions'],
  ['TraitDefinition', 'addon.oam.dev/traitDefinitions'],
  ['WorkflowStepDefinition', 'addon.oam.dev/workflowStepDefinitions'],
  ['PolicyDefinition', 'addon.oam.dev/policyDefinitions'],
]);

/** Writes the names of the definitions into the Application; an object of another kind ends the installation (`passDefInAppAnnotation`). */
export function annotateDefinitions(
  { options }: RenderSession,
  application: JsonObject,
  definitions: readonly Pick<RenderedObject, 'from' | 'object'>[],
): StageOutcome<JsonObject> {
  const names = new Map<string, string[]>();
  for (const { from, object } of definitions) {
    if (!isApplied(object, application)) continue;
    const kind = String(object['kind'] ?? '');
    const annotation = annotationByKind.get(kind);
    if (annotation === undefined) {
      const message = `cannot handle definition types ${kind}, name ${readName(object)}`;
      const place = { rule: 'render/definition-kind', releaseLine: options.line, file: from } as const;
      return { ok: false, faults: [createFault(message, place)] };
    }
    names.set(annotation, [...(names.get(annotation) ?? []), readName(object)]);
  }
  if (names.size === 0) return done(application);
  const written = [...names].map(([annotation, list]) => [annotation, list.join(',')] as const);
  const annotations = { ...readMetadataTexts(application, 'annotations'), ...Object.fromEntries(written) };
  return done(withMetadata(application, { annotations }));
}
