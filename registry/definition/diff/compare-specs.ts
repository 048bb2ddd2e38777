import { isJsonList, isJsonObject, isSameJson, type JsonObject, type JsonValue } from '../../../schemas/json.ts';
import { findText, findValue, findWorkload } from '../definition-facts.ts';
import type { DefinitionChange } from './types.ts';

type Judged = Pick<DefinitionChange, 'breaking' | 'message' | 'names'>;

/** Fields that are text for people or for other machinery: they change nothing for those who use the definition. */
const quietFields = new Set([
  'status',
  'version',
  'childResourceKinds',
  'revisionLabel',
  'extension',
  'revisionEnabled',
]);

/** Compares what two objects are and where they may be used: identity and spec, without the schematic. */
export function compareSpecs(before: JsonObject, after: JsonObject): readonly DefinitionChange[] {
  return [...compareIdentity(before, after), ...compareFields(before, after)];
}

function compareIdentity(before: JsonObject, after: JsonObject): readonly DefinitionChange[] {
  return [['kind'], ['metadata', 'name']].flatMap((path): readonly DefinitionChange[] => {
    const [was = '', is = ''] = [findText(before, ...path), findText(after, ...path)];
    if (was === is) return [];
    const message = `The ${path.at(-1)} is \`${is}\`, was \`${was}\`: applications that use the old one do not find it.`;
    return [
      { subject: 'identity', path, kind: 'changed', breaking: true, bump: 'major', message, before: was, after: is },
    ];
  });
}

function compareFields(before: JsonObject, after: JsonObject): readonly DefinitionChange[] {
  const [was, is] = [specOf(before), specOf(after)];
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort();
  return names.flatMap((name): readonly DefinitionChange[] => {
    const [had, has] = [findValue(was, name), findValue(is, name)];
    if (name === 'schematic' || isSameJson(normalize(name, had), normalize(name, has))) return [];
    const { breaking, ...told } = judgeField(name, { before, after, had, has });
    const bump = breaking ? 'major' : quietFields.has(name) ? 'patch' : 'minor';
    const texts = {
      ...(had === undefined ? {} : { before: JSON.stringify(had) }),
      ...(has === undefined ? {} : { after: JSON.stringify(has) }),
    };
    return [{ subject: 'spec', path: ['spec', name], kind: 'changed', breaking, bump, ...told, ...texts }];
  });
}

interface Field {
  readonly before: JsonObject;
  readonly after: JsonObject;
  readonly had: JsonValue | undefined;
  readonly has: JsonValue | undefined;
}

function judgeField(name: string, { before, after, had, has }: Field): Judged {
  switch (name) {
    case 'workload':
    case 'definitionRef': {
      const message = `What it brings is \`${findWorkload(after) ?? 'nothing'}\`, was \`${findWorkload(before) ?? 'nothing'}\`.`;
      return { breaking: name === 'workload' && had !== undefined, message };
    }
    case 'appliesToWorkloads': {
      const gone = listMissing(had, has);
      const isNarrower =
        listTexts(has).length > 0 && !listTexts(has).includes('*') && (gone.length > 0 || listTexts(had).length === 0);
      if (!isNarrower) return { breaking: false, message: 'It applies to more workloads than before.' };
      const where = gone.length === 0 ? 'workloads that are not listed' : quoteAll(gone);
      return { breaking: true, message: `It does not apply to ${where} any more.`, names: gone };
    }
    case 'conflictsWith': {
      const added = listMissing(has, had);
      if (added.length === 0)
        return { breaking: false, message: `It does not conflict with ${quoteAll(listMissing(had, has))} any more.` };
      return { breaking: true, message: `It conflicts with ${quoteAll(added)} now.`, names: added };
    }
    case 'podDisruptive':
      return {
        breaking: false,
        message: has === true ? 'Changing it restarts pods now.' : 'Changing it does not restart pods any more.',
      };
    default:
      return { breaking: false, message: `The field \`${name}\` of the spec changed.` };
  }
}

function specOf(object: JsonObject): JsonObject {
  const spec = object['spec'];
  return isJsonObject(spec) ? spec : {};
}

/** KubeVela takes an empty list, null and nothing for the same; a trait without workloads applies to all of them. */
function normalize(name: string, value: JsonValue | undefined): JsonValue | undefined {
  if (value === null || (isJsonList(value) && value.length === 0)) return undefined;
  return name === 'appliesToWorkloads' && listTexts(value).includes('*') ? undefined : value;
}

function listTexts(value: JsonValue | undefined): readonly string[] {
  return isJsonList(value) ? value.filter((item) => typeof item === 'string') : [];
}

function listMissing(from: JsonValue | undefined, among: JsonValue | undefined): readonly string[] {
  return listTexts(from).filter((text) => !listTexts(among).includes(text));
}

function quoteAll(texts: readonly string[]): string {
  return texts.map((text) => `\`${text}\``).join(', ');
}
