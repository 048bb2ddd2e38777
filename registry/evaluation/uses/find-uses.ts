import type { DefinitionKind } from '../../../schemas/definition.ts';
import type { ReleaseLine } from '../../../schemas/release-line.ts';
import { compareText } from '../../findings.ts';
import {
  findEntryOf,
  findTextOf,
  type LocatedDocument,
  type LocatedObject,
  listEntriesOf,
} from '../located/located-value.ts';
import { type Surroundings, walkObjects } from '../located/walk-objects.ts';
import type { DefinitionUse } from '../types.ts';
import { isBuiltinDefinition } from './builtin-definitions.ts';

/** What stands under these keys of an Application, at any depth of a list. */
const kindsByKey: ReadonlyMap<string, DefinitionKind> = new Map([
  ['components', 'component'],
  ['traits', 'trait'],
  ['policies', 'policy'],
  ['steps', 'workflow-step'],
  ['subSteps', 'workflow-step'],
]);

/** Types of JSON Schema: an object with one of these and `properties` is no component. */
const schemaTypes = new Set(['object', 'array', 'string', 'number', 'integer', 'boolean']);

/**
 * Lists the definitions that documents use: in the rendered Application, and conditionally where the text has them under a condition
 * that the defaults do not meet. Kinds that the text leaves open are decided by who has such a name.
 */
export function findUses(documents: readonly LocatedDocument[], line: ReleaseLine): readonly DefinitionUse[] {
  const rendered = documents
    .filter(({ origin }) => origin === 'rendered')
    .flatMap((document) => listUses(document, { line, conditional: false }));
  const hasRendering = documents.some(({ origin }) => origin === 'rendered');
  const written = documents
    .filter(({ origin }) => origin === 'text')
    .flatMap((document) => listUses(document, { line, conditional: hasRendering }));
  const columns = new Map(written.map((use) => [toPlaceKey(use), use.column]));
  const happening = new Set(rendered.map(toPlaceKey));
  const uses = [
    // Rendering knows the line, and not always whether it means the label or the value.
    ...rendered.map((use) => ({ ...use, column: columns.get(toPlaceKey(use)) ?? use.column })),
    ...written.filter((use) => !happening.has(toPlaceKey(use))),
  ];
  const unique = new Map(uses.map((use) => [JSON.stringify(use), use]));
  return [...unique.values()].sort(compareUses);
}

function toPlaceKey({ file, line, name }: DefinitionUse): string {
  return JSON.stringify([file, line, name]);
}

function listUses(
  document: LocatedDocument,
  { line, conditional }: { readonly line: ReleaseLine; readonly conditional: boolean },
): readonly DefinitionUse[] {
  const uses: DefinitionUse[] = [];
  walkObjects(document.root, (object, around) => {
    for (const type of listEntriesOf(object, 'type')) {
      // `name@v1` pins a revision (definitions.md section 5).
      const name = findTextOf(type.value)?.split('@')[0];
      if (name === undefined || name === '') continue;
      const kind = findUsedKind(document, { object, around, name, line });
      if (kind !== undefined) uses.push({ kind, name, ...type.place, conditional });
    }
  });
  return uses;
}

interface UsePlace {
  readonly object: LocatedObject;
  readonly around: Surroundings;
  readonly name: string;
  readonly line: ReleaseLine;
}

function findUsedKind(document: LocatedDocument, place: UsePlace): DefinitionKind | undefined {
  const key = place.around.keys[0] ?? '';
  const byKey = kindsByKey.get(key);
  if (byKey !== undefined && isInApplication(place.around)) return byKey;
  if (document.origin === 'rendered' || document.definition !== undefined) return undefined;
  if (findEntryOf(place.object, 'properties') === undefined || schemaTypes.has(place.name)) return undefined;
  // `output` of a file is a component; its name may come from the file.
  return byKey ?? (key === 'output' ? 'component' : guessKind(place));
}

/** `spec.components`, `spec.policies`, `spec.workflow.steps` and what stands in them. */
function isInApplication({ objects, keys }: Surroundings): boolean {
  const index = keys.indexOf('spec');
  const application = objects[index];
  if (index === -1 || application === undefined || findTextOf(application, 'kind') !== 'Application') return false;
  return keys.slice(0, index).every((key) => kindsByKey.has(key) || key === 'workflow');
}

/** Parts that the text composes elsewhere: components and steps have names, most traits have none. */
function guessKind({ object, name, line }: UsePlace): DefinitionKind {
  const hasName = findEntryOf(object, 'name') !== undefined;
  const likely: readonly DefinitionKind[] = hasName
    ? ['component', 'policy', 'workflow-step', 'trait']
    : ['trait', 'component'];
  return likely.find((kind) => isBuiltinDefinition(kind, name, line)) ?? (hasName ? 'component' : 'trait');
}

function compareUses(left: DefinitionUse, right: DefinitionUse): number {
  return compareText(left.file, right.file) || left.line - right.line || left.column - right.column;
}
