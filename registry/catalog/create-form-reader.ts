import type { UiCondition, UiParameter } from '../../schemas/form.ts';
import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from '../../schemas/json.ts';
import { toYamlJson } from '../render/yaml-object.ts';
import type { CatalogReader, EvaluationReader, FormReader } from './types.ts';

export interface FormReaderOptions {
  readonly reader: Pick<CatalogReader, 'getVersion' | 'readFile'>;
  readonly evaluations: Pick<EvaluationReader, 'getParameters'>;
}

/** A UI schema larger than this is left alone. */
const maxSchemaBytes = 256 * 1024;
const maxLevels = 8;

/** Reads what a form is made from: the parameters as a release line sees them, and the addon's own UI schema. */
export function createFormReader({ reader, evaluations }: FormReaderOptions): FormReader {
  return {
    async getForm(reference) {
      const parameters = await evaluations.getParameters(reference);
      const { catalog, name: addon, version } = parameters;
      const { files, state } = await reader.getVersion(catalog, addon, version);
      const wanted = `addon-uischema-${addon}`;
      // VelaUX finds it by the name of its ConfigMap, which is that of the file up to the first dot.
      const file = files.find(({ role, path }) => role === 'schema' && path.split('/').pop()?.split('.')[0] === wanted);
      if (file === undefined || file.sizeBytes > maxSchemaBytes || state === 'quarantined') {
        return { ...parameters, ui: [] };
      }
      const bytes = await reader.readFile({ catalog, addon, version, path: file.path });
      return { ...parameters, ui: [...readUiSchema(new TextDecoder().decode(bytes))] };
    },
  };
}

/** What a form heeds of a UI schema; whatever VelaUX would not understand is passed over, as a finding tells it. */
export function readUiSchema(text: string): readonly UiParameter[] {
  const read = toYamlJson(text);
  return read.ok ? toUiParameters(read.value, 0) : [];
}

function toUiParameters(value: JsonValue | undefined, level: number): UiParameter[] {
  if (!isJsonList(value) || level >= maxLevels) return [];
  return value.flatMap((item) => {
    const jsonKey = isJsonObject(item) ? item['jsonKey'] : undefined;
    return isJsonObject(item) && typeof jsonKey === 'string' ? [toUiParameter(item, jsonKey, level)] : [];
  });
}

function toUiParameter(item: JsonObject, jsonKey: string, level: number): UiParameter {
  const { label, description, sort, uiType, disable, validate, conditions } = item;
  const options = isJsonObject(validate) ? toOptions(validate['options']) : [];
  const conditioned = isJsonList(conditions) ? conditions.flatMap(toConditions) : [];
  const below = toUiParameters(item['subParameters'], level + 1);
  return {
    jsonKey,
    ...(typeof label === 'string' && label !== '' ? { label } : {}),
    ...(typeof description === 'string' && description !== '' ? { description } : {}),
    ...(typeof sort === 'number' ? { sort } : {}),
    ...(typeof uiType === 'string' && uiType !== '' ? { uiType } : {}),
    ...(disable === true ? { disable } : {}),
    ...(options.length === 0 ? {} : { options }),
    ...(conditioned.length === 0 ? {} : { conditions: conditioned }),
    ...(below.length === 0 ? {} : { subParameters: below }),
  };
}

function toOptions(value: JsonValue | undefined): { label?: string; value: JsonValue }[] {
  if (!isJsonList(value)) return [];
  return value.flatMap((option) => {
    if (!isJsonObject(option) || option['value'] === undefined) return [];
    const { label } = option;
    return [{ value: option['value'], ...(typeof label === 'string' ? { label } : {}) }];
  });
}

function toConditions(value: JsonValue): UiCondition[] {
  if (!isJsonObject(value) || typeof value['jsonKey'] !== 'string') return [];
  const op = value['op'] === '!=' || value['op'] === 'in' ? value['op'] : '==';
  const action = value['action'] === 'disable' ? 'disable' : 'enable';
  return [
    { jsonKey: value['jsonKey'], op, action, ...(value['value'] === undefined ? {} : { value: value['value'] }) },
  ];
}
