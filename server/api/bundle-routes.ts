import { Type } from 'typebox';
import type { BundleQuestion, BundleRenderer } from '../../registry/catalog/types.ts';
import { RegistryError } from '../../registry/errors.ts';
import { parseSetArguments } from '../../registry/render/arguments/parse-set-arguments.ts';
import { toBundleYaml } from '../../registry/render/to-bundle-yaml.ts';
import {
  type Bundle,
  bundleDependenciesSchema,
  bundleFlavorSchema,
  bundleRequestSchema,
  bundleSchema,
} from '../../schemas/bundle.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../schemas/json.ts';
import { releaseLineSchema } from '../../schemas/release-line.ts';
import type { AddressLimit } from '../http/address-limit.ts';
import { json, type Route, type RouteInput, type RouteOutput } from './route.ts';

export interface BundleRoutesOptions {
  readonly bundles: BundleRenderer;
  /** Asked before anything is rendered with arguments, which nobody may have asked for before. */
  readonly renderings: AddressLimit;
  /** What may be kept of an answer, which only lasts when the version does. */
  readonly cacheControlOf: (path: RouteInput['path']) => string;
}

const setSchema = Type.Union([
  Type.String({ maxLength: 10_000 }),
  Type.Array(Type.String({ maxLength: 10_000 }), { maxItems: 200 }),
]);

const bundleQuerySchema = Type.Object(
  {
    set: Type.Optional(
      Type.Unsafe<string | readonly string[]>({
        ...setSchema,
        description: 'an argument as the client takes it: a.b=c; may be repeated',
      }),
    ),
    values: Type.Optional(
      Type.String({
        maxLength: 10_000,
        description: 'parameters as a JSON object, for what no argument can carry; set goes above',
      }),
    ),
    for: Type.Optional(releaseLineSchema),
    flavor: Type.Optional(bundleFlavorSchema),
    dependencies: Type.Optional(bundleDependenciesSchema),
    registry: Type.Optional(Type.String({ maxLength: 63 })),
  },
  { additionalProperties: false },
);

/** The objects that enabling a version writes. */
export function createBundleRoutes(options: BundleRoutesOptions, versionPath: string): readonly Route[] {
  const { bundles, renderings, cacheControlOf } = options;

  return [
    {
      method: 'get',
      path: `${versionPath}/bundle.yaml`,
      operationId: 'getBundle',
      summary: 'What enabling writes, as YAML, or as JSON when that is asked for',
      query: bundleQuerySchema,
      response: 'bytes',
      mediaTypes: ['application/yaml', 'application/json'],
      handle: async (input) => {
        const parameters = readSetArguments(input.query['set'], readValues(input.query['values']));
        if (Object.keys(parameters).length > 0) renderings.admit(input.client);
        const bundle = await bundles.renderBundle(toQuestion(input, parameters));
        // What something depends on may change while it stays the same itself.
        const isWhole = input.query['dependencies'] === 'include';
        return toOutput(bundle, { input, cacheControl: isWhole ? 'no-cache' : cacheControlOf(input.path) });
      },
    },
    {
      method: 'post',
      path: `${versionPath}/bundle`,
      operationId: 'renderBundle',
      summary: 'What enabling with these parameters writes',
      body: bundleRequestSchema,
      response: bundleSchema,
      handle: async (input) => {
        const body = isJsonObject(input.body) ? input.body : {};
        const parameters = isJsonObject(body['parameters']) ? body['parameters'] : {};
        if (Object.keys(parameters).length > 0) renderings.admit(input.client);
        return json(await bundles.renderBundle(toQuestion({ ...input, query: body }, parameters)));
      },
    },
  ];
}

/** Written once for as long as the renderer remembers the objects. */
const written = new WeakMap<Bundle['objects'], Uint8Array>();

function toYamlBytes(objects: Bundle['objects']): Uint8Array {
  const known = written.get(objects);
  if (known !== undefined) return known;
  // The schema of a bundle says of objects no more than that they are JSON.
  const bytes = Buffer.from(toBundleYaml(objects.map(({ from, object }) => ({ from, object: object as JsonObject }))));
  written.set(objects, bytes);
  return bytes;
}

function toOutput(
  bundle: Bundle,
  { input, cacheControl }: { readonly input: RouteInput; readonly cacheControl: string },
): RouteOutput {
  const vary = 'Accept';
  if (input.prefers(['application/yaml', 'application/json']) === 'application/json') {
    return { kind: 'json', value: bundle, cacheControl, vary };
  }
  const bytes = toYamlBytes(bundle.objects);
  return { kind: 'bytes', bytes, contentType: 'application/yaml; charset=utf-8', cacheControl, vary };
}

/** Who asks is checked by the schemas already; what is left out gets its default where it is rendered. */
function toQuestion(
  { path, query }: { readonly path: RouteInput['path']; readonly query: Readonly<Record<string, unknown>> },
  parameters: JsonObject,
): BundleQuestion {
  const { catalog = '', addon = '', version = '' } = path;
  const line = releaseLineSchema.enum.find((each) => each === query['for']);
  const flavor = bundleFlavorSchema.enum.find((each) => each === query['flavor']);
  const dependencies = bundleDependenciesSchema.enum.find((each) => each === query['dependencies']);
  const registry = query['registry'];
  return {
    catalog,
    addon,
    version,
    parameters,
    ...(line === undefined ? {} : { line }),
    ...(flavor === undefined ? {} : { flavor }),
    ...(dependencies === undefined ? {} : { dependencies }),
    ...(typeof registry === 'string' ? { registry } : {}),
  };
}

/** Throws INPUT_INVALID for what is no JSON object. */
function readValues(given: RouteInput['query'][string] | undefined): JsonObject {
  if (given === undefined || given === '') return {};
  try {
    const value: JsonValue = JSON.parse(String(given));
    if (isJsonObject(value)) return value;
  } catch {
    // It is told below, as everything else that is no object.
  }
  const message = 'values must be a JSON object';
  throw new RegistryError('INPUT_INVALID', message, { faults: [{ pointer: '/values', message }] });
}

/** Throws INPUT_INVALID for an argument that the client would refuse. */
function readSetArguments(given: RouteInput['query'][string] | undefined, below: JsonObject): JsonObject {
  const texts = given === undefined ? [] : typeof given === 'object' ? given : [String(given)];
  const reading = parseSetArguments(texts, below);
  if (reading.ok) return reading.parameters;
  const pointer = typeof given === 'object' ? `/set/${reading.index}` : '/set';
  throw new RegistryError(
    'INPUT_INVALID',
    `the argument "${texts[reading.index]}" cannot be used: ${reading.message}`,
    {
      faults: [{ pointer, message: reading.message }],
    },
  );
}
