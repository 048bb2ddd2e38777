import type { BundleFlavor } from '../../schemas/bundle.ts';
import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from '../../schemas/json.ts';
import type { RenderedAddon } from './types.ts';

/** One object of a bundle. `from` is the file, `application`, or `parameters` for the argument Secret. */
export interface BundleObject {
  readonly from: string;
  readonly object: JsonObject;
}

/** The objects of a bundle in the order in which they are written; what bind-component leaves out is not among them. */
export function createBundle(rendered: RenderedAddon, flavor: BundleFlavor): readonly BundleObject[] {
  const { application, auxiliary, secret } = rendered;
  const applied = auxiliary.filter((each) => each.applied);
  if (flavor === 'dry-run') return [application, ...applied].map(({ from, object }) => ({ from, object }));
  const others = [...applied, ...(secret === undefined ? [] : [{ from: 'parameters', object: secret }])];
  // Sorting is stable: within a rank the client's order stays.
  const ordered = [...others].sort((left, right) => toRank(left.object) - toRank(right.object));
  return [...ordered, application].map(({ from, object }) => ({ from, object: toApplicable(object) }));
}

/** What others live in comes first: namespaces, then kinds, then definitions. */
function toRank({ kind }: JsonObject): number {
  if (kind === 'Namespace') return 0;
  if (kind === 'CustomResourceDefinition') return 1;
  return isDefinitionKind(kind) ? 2 : 3;
}

function isDefinitionKind(kind: JsonValue | undefined): boolean {
  return typeof kind === 'string' && /^(?:Component|Trait|Policy|WorkflowStep|Workload)Definition$/.test(kind);
}

/** Fields that a server sets; applied with them, an object would differ from itself for ever. */
const serverSet: ReadonlySet<string> = new Set([
  'creationTimestamp',
  'generation',
  'managedFields',
  'ownerReferences',
  'resourceVersion',
  'selfLink',
  'uid',
]);

/**
 * The object without what only a server sets, and without nulls: `kubectl apply` takes them for fields to be removed, so none
 * would ever be stored, and each would be removed again with every apply.
 */
function toApplicable(object: JsonObject): JsonObject {
  const { status: _status, ...rest } = object;
  const metadata = isJsonObject(rest['metadata']) ? omit(rest['metadata'], isIdle) : undefined;
  const made: JsonObject = metadata === undefined ? rest : { ...rest, metadata };
  const spec = made['spec'];
  const isApplication = made['kind'] === 'Application' && isJsonObject(spec);
  return withoutNulls(isApplication ? { ...made, spec: { ...spec, components: toList(spec['components']) } } : made);
}

function withoutNulls(object: JsonObject): JsonObject {
  const entries = Object.entries(object).filter(([, value]) => value !== null);
  return Object.fromEntries(entries.map(([key, value]) => [key, withoutInnerNulls(value)]));
}

/** Items of lists stay, because their number tells them apart. */
function withoutInnerNulls(value: JsonValue): JsonValue {
  if (isJsonList(value)) return value.map(withoutInnerNulls);
  return isJsonObject(value) ? withoutNulls(value) : value;
}

/** Whether only a server sets it; or an empty map of texts, which a server drops, so that it would be added again and again. */
function isIdle(key: string, value: JsonValue): boolean {
  const isMap = (key === 'labels' || key === 'annotations') && isJsonObject(value);
  return serverSet.has(key) || (isMap && Object.keys(value).length === 0);
}

function toList(value: JsonValue | undefined): readonly JsonValue[] {
  return isJsonList(value) ? value : [];
}

function omit(object: JsonObject, drops: (key: string, value: JsonValue) => boolean): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key, value]) => !drops(key, value)));
}
