import type { DefinitionKind } from '../../schemas/definition.ts';
import type { Finding } from '../../schemas/finding.ts';
import { isJsonObject, type JsonObject } from '../../schemas/json.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import type { EngineOperations, EnginePosition, Engines } from '../engine/types.ts';
import { getReleaseLine } from '../version/release-lines.ts';
import { withNamespace } from './convert-yaml.ts';
import { findDefinitionKind, findObjectKind } from './definition-kinds.ts';
import { createDefinitionFinding } from './definition-rules.ts';
import { toDiagnosticFindings, toStopFinding } from './engine-findings.ts';
import { findIncompleteness } from './incomplete-findings.ts';
import { findSpecFault, type SpecFault } from './spec/find-spec-fault.ts';
import { findSpecType } from './spec/spec-types.ts';
import type { DefinitionConversion } from './types.ts';

interface CueText {
  readonly file: string;
  readonly text: string;
  readonly line: ReleaseLine;
  readonly signal?: AbortSignal;
}

type Head = EngineOperations['definition']['response'];

const userPrefix = 'custom.definition.oam.dev/';
const aliasKey = 'definition.oam.dev/alias';
const descriptionKey = 'definition.oam.dev/description';

/** Converts a definition in CUE form (`pkg/definition/definition.go`, FromCUEString and FromCUE). */
export async function convertCue(
  { engines }: { readonly engines: Engines },
  { file, text, line, signal }: CueText,
): Promise<DefinitionConversion> {
  const outcome = await engines.ask({
    engine: getReleaseLine(line).engine,
    operation: 'definition',
    request: { file: { name: file, text }, line },
    ...(signal === undefined ? {} : { signal }),
  });
  switch (outcome.kind) {
    case 'answer':
      return toConversion(outcome.value, { file, line });
    case 'error': {
      const incomplete = findIncompleteness(outcome.message, { file, text });
      if (incomplete !== undefined) return { kind: 'refused', file, message: outcome.message, findings: [incomplete] };
      const findings = toDiagnosticFindings(outcome.diagnostics, { rule: 'definition/invalid-cue', file, line });
      return { kind: 'refused', file, message: outcome.message, findings };
    }
    case 'stopped': {
      const finding = toStopFinding(outcome, { file, line });
      return { kind: 'refused', file, message: finding.message, findings: [finding] };
    }
  }
}

function toConversion(head: Head, place: { readonly file: string; readonly line: ReleaseLine }): DefinitionConversion {
  const { file, line } = place;
  const refuse = (message: string, finding: Finding): DefinitionConversion => ({
    kind: 'refused',
    file,
    message,
    findings: [finding],
  });
  const objectKind = findObjectKind(head.type);
  if (objectKind === undefined && isGiven(head, 'type')) {
    const at = findPosition(head, ['type']);
    const message = `An addon cannot install a definition of the type \`${head.type}\`.`;
    const finding = createDefinitionFinding('definition/unsupported-kind', { file, ...at, message, for: [line] });
    return refuse(`invalid type ${head.type}`, finding);
  }
  const spec = withTemplate(head.attributes, head.template);
  if (typeof spec === 'string') {
    const at = findPosition(head, ['attributes', 'schematic']);
    const message = 'The attribute `schematic` is no struct, so the template has no place in it.';
    return refuse(spec, createDefinitionFinding('definition/invalid-spec', { file, ...at, message, for: [line] }));
  }
  const kind = findDefinitionKind(objectKind);
  const type = kind === undefined ? undefined : findSpecType(kind, line);
  const fault = type === undefined ? undefined : findSpecFault(spec, type);
  if (fault !== undefined && kind !== undefined) {
    return refuse(`invalid definition spec: ${fault.message}`, toSpecFinding(fault, { head, kind, file, line }));
  }
  return { kind: 'converted', file, object: toObject(head, { objectKind, spec }), findings: [] };
}

/** Places the template as `unstructured.SetNestedField` does; returns its error text where something stands in the way. */
function withTemplate(attributes: JsonObject, template: string): JsonObject | string {
  const schematic = attributes['schematic'] ?? (Object.hasOwn(attributes, 'schematic') ? null : {});
  if (!isJsonObject(schematic)) return 'value cannot be set because .schematic is not a map[string]interface{}';
  const cue = schematic['cue'] ?? (Object.hasOwn(schematic, 'cue') ? null : {});
  if (!isJsonObject(cue)) return 'value cannot be set because .schematic.cue is not a map[string]interface{}';
  return { ...attributes, schematic: { ...schematic, cue: { ...cue, template } } };
}

function toSpecFinding(
  fault: SpecFault,
  { head, kind, file, line }: { head: Head; kind: DefinitionKind; file: string; line: ReleaseLine },
): Finding {
  const at = findPosition(head, ['attributes', ...fault.path]);
  const where = fault.path.join('.');
  if (fault.kind === 'wrong-type') {
    const message = `The attribute \`${where}\` must be of the type ${fault.subject}.`;
    return createDefinitionFinding('definition/invalid-spec', { file, ...at, message, for: [line] });
  }
  const message = `A ${findObjectKind(kind)} has no \`${where}\` in KubeVela ${line}.`;
  return createDefinitionFinding('definition/unknown-attribute', { file, ...at, message, for: [line] });
}

function toObject(
  head: Head,
  { objectKind, spec }: { readonly objectKind: string | undefined; readonly spec: JsonObject },
): JsonObject {
  const annotations = [
    ...(isGiven(head, 'alias') ? [[aliasKey, head.alias] as const] : []),
    ...(isGiven(head, 'description') ? [[descriptionKey, head.description] as const] : []),
    ...toPrefixed(head.annotations),
  ];
  return withNamespace({
    ...(objectKind === undefined ? {} : { apiVersion: 'core.oam.dev/v1beta1', kind: objectKind }),
    metadata: {
      name: head.name,
      annotations: Object.fromEntries(annotations),
      labels: Object.fromEntries(toPrefixed(head.labels)),
    },
    spec,
  });
}

function toPrefixed(texts: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  return Object.entries(texts).map(([key, text]) => [key.includes('oam.dev') ? key : `${userPrefix}${key}`, text]);
}

/** Whether the head says something of a key; an empty text that was written counts. */
function isGiven(head: Head, key: 'type' | 'alias' | 'description'): boolean {
  return head[key] !== '' || head.positions.some(({ path }) => path.length === 1 && path[0] === key);
}

/** The place of a path of the head, or of the nearest thing around it. */
function findPosition(head: Head, path: readonly string[]): Pick<EnginePosition, 'line' | 'column'> | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const wanted = path.slice(0, length).join('\0');
    const found = head.positions.find((position) => position.path.join('\0') === wanted);
    if (found !== undefined) return { line: found.line, column: found.column };
  }
  return undefined;
}
