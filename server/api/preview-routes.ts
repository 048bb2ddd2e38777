import { Type } from 'typebox';
import type { FormReader, Previewer } from '../../registry/catalog/types.ts';
import { formDescriptionSchema } from '../../schemas/form.ts';
import { isJsonList, isJsonObject, type JsonValue } from '../../schemas/json.ts';
import { previewRequestSchema, previewSchema } from '../../schemas/preview.ts';
import { releaseLineSchema } from '../../schemas/release-line.ts';
import type { AddressLimit } from '../http/address-limit.ts';
import { json, type Route, type RouteInput } from './route.ts';

export interface PreviewRoutesOptions {
  readonly forms: FormReader;
  readonly previewer: Previewer;
  readonly renderings: AddressLimit;
}

/** What a form for parameters is made from, and what enabling with its values writes. */
export function createPreviewRoutes(options: PreviewRoutesOptions, versionPath: string): readonly Route[] {
  const { forms, previewer, renderings } = options;
  return [
    {
      method: 'get',
      path: `${versionPath}/form`,
      operationId: 'getForm',
      summary: "What a form for the parameters is made from: their tree, and the addon's own UI schema",
      query: Type.Object({ for: Type.Optional(releaseLineSchema) }, { additionalProperties: false }),
      response: formDescriptionSchema,
      handle: async ({ path, query }) => json(await forms.getForm(toReference(path, query['for']))),
    },
    {
      method: 'post',
      path: `${versionPath}/preview`,
      operationId: 'renderPreview',
      summary: 'What enabling with these parameters writes beside what the defaults give; a refusal is an answer',
      body: previewRequestSchema,
      response: previewSchema,
      handle: async ({ path, body, client }) => {
        renderings.admit(client);
        const asked = isJsonObject(body) ? body : {};
        const parameters = isJsonObject(asked['parameters']) ? asked['parameters'] : {};
        const texts = isJsonList(asked['texts']) ? asked['texts'].map(toText) : [];
        return json(await previewer.renderPreview({ ...toReference(path, asked['for']), parameters, texts }));
      },
    },
  ];
}

/** Checked by the schema already. */
function toText(value: JsonValue): { readonly pointer: string; readonly text: string } {
  const entry = isJsonObject(value) ? value : {};
  return { pointer: String(entry['pointer'] ?? ''), text: String(entry['text'] ?? '') };
}

function toReference({ catalog = '', addon = '', version = '' }: RouteInput['path'], named: unknown) {
  const line = releaseLineSchema.enum.find((each) => each === named);
  return { catalog, addon, version, ...(line === undefined ? {} : { line }) };
}
