import { placeTexts } from '../../registry/catalog/place-texts.ts';
import { toPreviewDocuments } from '../../registry/catalog/preview-documents.ts';
import type { EvaluationReader, FormReader, Previewer } from '../../registry/catalog/types.ts';
import type { Bundle } from '../../schemas/bundle.ts';
import type { UiParameter } from '../../schemas/form.ts';
import type { JsonObject } from '../../schemas/json.ts';

/** Forms of made-up versions, whose UI schema is given. */
export function createFixtureForms(evaluations: EvaluationReader, ui: readonly UiParameter[] = []): FormReader {
  return { getForm: async (reference) => ({ ...(await evaluations.getParameters(reference)), ui: [...ui] }) };
}

/** Puts the parameters into an Application as they are; the other object stays the same. */
export function createFixturePreviewer(): Previewer {
  const render = (addon: string, parameters: JsonObject): Bundle['objects'] => [
    {
      from: 'application',
      object: {
        apiVersion: 'core.oam.dev/v1beta1',
        kind: 'Application',
        metadata: { name: `addon-${addon}`, namespace: 'vela-system' },
        spec: { components: [{ name: addon, type: 'helm', properties: parameters }] },
      },
    },
    { from: 'definitions/x.yaml', object: { kind: 'TraitDefinition', metadata: { name: 'x' }, spec: {} } },
  ];
  return {
    async renderPreview({ catalog, addon, version, parameters: given, texts, line = '1.10' }) {
      const { parameters, faults } = placeTexts(given, texts);
      const documents = [...toPreviewDocuments(render(addon, parameters), render(addon, {}))];
      const head = { catalog, name: addon, version, for: line, parameters, faults };
      if (faults.length > 0) return { ...head, outcome: { kind: 'unreadable' } };
      return { ...head, outcome: { kind: 'rendered', compared: true, documents, warnings: [] } };
    },
  };
}
