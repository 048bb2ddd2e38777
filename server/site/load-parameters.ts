import type { RequestHandler } from 'express';
import type { EvaluatedReference } from '../../registry/catalog/types.ts';
import { RegistryError } from '../../registry/errors.ts';
import type { JsonObject } from '../../schemas/json.ts';
import type { Preview } from '../../schemas/preview.ts';
import { addItem, type Draft, removeItem, toDraft, yamlName } from '../../web/context/form/draft.ts';
import { fillDraft } from '../../web/context/form/fill-draft.ts';
import { type FormShape, toFormShape } from '../../web/context/form/form-shape.ts';
import { type DraftReading, readDraft } from '../../web/context/form/read-draft.ts';
import { findQueryPairs } from '../../web/context/form/values-address.ts';
import { withoutSecrets } from '../../web/context/form/without-secrets.ts';
import { createLinks } from '../../web/context/links.ts';
import { ParametersPage, type ParametersPageData } from '../../web/pages/parameters-page.tsx';
import { createFormParser, createSenderCheck } from './form-guards.ts';
import { answer, getVersionData, toReference } from './load-version.ts';
import type { PageAnswer, PageLoader, PageRequest } from './page-loader.ts';
import type { SiteDependencies } from './site-dependencies.ts';
import { readValuesQuery } from './values-query.ts';

const maxBodyBytes = 1024 * 1024;
const maxFields = 10_000;
/** A page does not wait longer for engines that have to start first. */
const patienceMs = 2_000;

type Trouble = ParametersPageData['trouble'];
type Rendering = { readonly preview: Preview } | { readonly trouble: NonNullable<Trouble>; readonly status: number };

/** The parameters of a version on one release line: a form, what would be written with its values, and a table. */
export const loadParameters: PageLoader = async (site, request) => {
  const data = await getVersionData(site, request);
  const reference = toReference(site, request, data.version);
  const description = await site.forms.getForm(reference);
  const shape = toFormShape(description.items, description.ui);
  const sent = request.body === undefined ? undefined : readSentForm(request.body, shape);
  const query = readValuesQuery(request.query);
  const draft = sent?.draft ?? fillDraft(shape, query.ok ? query.values : {});
  const reading = readDraft(shape, draft);
  const isQuarantined = data.version.state === 'quarantined';
  const rendering: Rendering = isQuarantined
    ? { trouble: 'quarantined', status: 200 }
    : await render(site, request, { reference, reading });
  const preview = 'preview' in rendering ? rendering.preview : undefined;
  const taken = sent?.op === 'take' && preview?.faults.length === 0 ? fillDraft(shape, toValues(preview)) : draft;
  const pairs = sent === undefined ? (query.ok ? (findQueryPairs(query.values) ?? []) : []) : [];
  if (sent !== undefined && preview !== undefined) {
    const address = findAddress(shape, { draft: taken, preview, op: sent.op });
    const { basePath } = site.address;
    if (address)
      return { redirect: createLinks(basePath).version(data.version, 'parameters', description.for, address) };
  }
  const draw: PageAnswer['draw'] = (context) =>
    ParametersPage({
      context,
      ...data,
      description,
      draft: taken,
      preview,
      trouble: 'trouble' in rendering && !isQuarantined ? rendering.trouble : undefined,
      addressFault: query.ok ? undefined : query.message,
      pairs,
    });
  if ('trouble' in rendering && !isQuarantined) return { status: rendering.status, draw, keep: false };
  return answer(data.version, draw);
};

/** Reads a form that a page of this server sent. */
export function createParametersForm(site: SiteDependencies): readonly RequestHandler[] {
  return [createSenderCheck(site), createFormParser(maxBodyBytes, maxFields)];
}

interface SentForm {
  readonly draft: Draft;
  readonly op: string;
}

/** A form with what its button does to it. */
function readSentForm(body: unknown, shape: FormShape): SentForm {
  if (typeof body !== 'object' || body === null) return { draft: fillDraft(shape, {}), op: 'show' };
  const fields = new Map<string, unknown>(Object.entries(body));
  const given = fields.get('op');
  const op = typeof given === 'string' ? given : 'show';
  const draft = toDraft(fields);
  const [, verb, at = ''] = /^(add|remove):(.+)$/s.exec(op) ?? [];
  if (verb === 'add') return { draft: addItem(draft, at), op };
  if (verb === 'remove') {
    const cut = at.lastIndexOf('/');
    return { draft: removeItem(draft, at.slice(0, cut), Number(at.slice(cut + 1))), op };
  }
  return { draft, op };
}

/** What cannot be rendered just now is told on the page, beside the form that keeps its values. */
async function render(
  site: SiteDependencies,
  request: PageRequest,
  { reference, reading }: { readonly reference: EvaluatedReference; readonly reading: DraftReading },
): Promise<Rendering> {
  const { values: parameters, texts } = reading;
  const isAsked = texts.length > 0 || Object.keys(parameters).length > 0;
  try {
    if (isAsked) site.renderings.admit(request.client);
    const rendered = site.previewer.renderPreview({ ...reference, parameters, texts });
    const preview = await withPatience(rendered);
    return preview === undefined ? { trouble: 'pending', status: 200 } : { preview };
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error;
    if (error.code === 'RATE_EXCEEDED') return { trouble: 'busy', status: 429 };
    if (error.code === 'ENGINE_BUSY' || error.code === 'ENGINE_UNAVAILABLE') {
      return { trouble: 'busy', status: isAsked ? 503 : 200 };
    }
    if (error.code === 'INPUT_INVALID') return { trouble: 'tooLarge', status: 413 };
    throw error;
  }
}

/** Undefined when it takes too long; it is remembered when it comes, for who asks again. */
async function withPatience<Value>(work: Promise<Value>): Promise<Value | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patienceMs);
  });
  // When it fails later nobody waits for it any more.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The query that says the same as a form that was sent; undefined when there is none: too long, a secret, or something that only the form holds. */
function findAddress(
  shape: FormShape,
  { draft, preview, op }: { readonly draft: Draft; readonly preview: Preview; readonly op: string },
): ReturnType<typeof findQueryPairs> {
  if (op !== 'show' && op !== 'take') return undefined;
  if (preview.faults.length > 0 || readDraft(shape, draft).faults.size > 0) return undefined;
  const { values, secrets } = withoutSecrets(shape, toValues(preview));
  if (secrets.length > 0) return undefined;
  // YAML beside the fields comes back as it was written only when it was written for what has no field.
  const isKept = op === 'take' || (fillDraft(shape, values).get(yamlName) ?? '') !== '' || !draft.has(yamlName);
  return isKept ? findQueryPairs(values) : undefined;
}

/** The schema of a preview says of parameters no more than that they are JSON. */
function toValues({ parameters }: Preview): JsonObject {
  return parameters as JsonObject;
}
