import type { FormDescription } from '../../../schemas/form.ts';
import type { JsonObject } from '../../../schemas/json.ts';
import type { Preview } from '../../../schemas/preview.ts';
import type { Draft } from './draft.ts';
import { findFieldFaults, listMissing } from './find-field-faults.ts';
import { createFormModel, type FormModel } from './form-model.ts';
import { type FormShape, toFormShape } from './form-shape.ts';
import { readDraft } from './read-draft.ts';
import { findQueryPairs, type QueryPairs } from './values-address.ts';
import { withoutSecrets } from './without-secrets.ts';

/** Where the form of one version stands and what it belongs to; plain data that a page can carry to its script. */
export interface StudioPlace {
  readonly catalog: string;
  readonly name: string;
  readonly version: string;
  readonly line: string;
  /** Name of the catalog as a registry of the client. */
  readonly registry: string;
  readonly digest: string;
  readonly treeDigest: string;
  /** Path and query that the form is sent to. */
  readonly action: string;
  /** Path of the version in the REST interface. */
  readonly api: string;
  /** Absolute, without a query. */
  readonly pageUrl: string;
  readonly bundleUrl: string;
  /** Path before the id of a rule. */
  readonly rules: string;
}

/** What the form says now, and what is wrong with it. */
export interface StudioState {
  readonly shape: FormShape;
  readonly model: FormModel;
  readonly messages: ReadonlyMap<string, readonly string[]>;
  /** Places of fields that must be filled and are not. */
  readonly missing: ReadonlySet<string>;
  /** The values that were rendered last, or else those of the fields. */
  readonly values: JsonObject;
  readonly secrets: readonly string[];
  /** For an address; undefined when the values are too long for one. */
  readonly pairs: QueryPairs | undefined;
}

/** Puts together what the form shows of a draft and of what came of rendering it. */
export function toStudioState(description: FormDescription, draft: Draft, preview: Preview | undefined): StudioState {
  const shape = toFormShape(description.items, description.ui);
  const model = createFormModel(shape, draft, readDraft(shape, draft));
  const findings = preview?.outcome.kind === 'refused' ? preview.outcome.findings : [];
  const messages = new Map(findFieldFaults(model.fields, findings));
  for (const { pointer, message } of preview?.faults ?? []) {
    const at = model.reading.places.get(pointer);
    if (at !== undefined) messages.set(at, [...(messages.get(at) ?? []), message]);
  }
  const missing = new Set(listMissing(model.fields).map(({ at }) => at));
  for (const at of missing) messages.delete(at);
  // The schema of a preview says of parameters no more than that they are JSON.
  const values = (preview?.parameters as JsonObject | undefined) ?? model.reading.values;
  const open = withoutSecrets(shape, values);
  return {
    shape,
    model,
    messages,
    missing,
    values,
    secrets: open.secrets,
    pairs: findQueryPairs(open.values),
  };
}

/** An address with values, for a release line. */
export function toValuesUrl(base: string, pairs: QueryPairs, more: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams([...pairs.map(([name, value]) => [name, value]), ...Object.entries(more)]);
  return `${base}?${query}`;
}
