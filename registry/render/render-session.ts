import type { JsonObject } from '../../schemas/json.ts';
import type { EngineFile, EngineOperation, EngineOperations, EngineOutcome, Engines } from '../engine/types.ts';
import { getReleaseLine, type ReleaseLineFacts } from '../version/release-lines.ts';
import { type ClientPackage, type ElementFile, readClientPackage } from './client-package.ts';
import { createContextText } from './context-text.ts';
import type { RenderOptions } from './types.ts';

/** One rendering of one addon for one release line: what every stage needs. */
export interface RenderSession {
  readonly engines: Engines;
  readonly facts: ReleaseLineFacts;
  readonly options: RenderOptions;
  readonly addon: ClientPackage;
  readonly context: EngineFile;
  /** The texts of the author that the context holds. */
  readonly contextSources: readonly ElementFile[];
}

/** Reads the package as the client does and prepares the context of its templates. */
export function createRenderSession(engines: Engines, options: RenderOptions): RenderSession {
  const addon = readClientPackage(options);
  return {
    engines: askWith(engines, options),
    facts: getReleaseLine(options.line),
    options,
    addon,
    context: createContext(addon, options.parameters),
    contextSources: addon.parameter === undefined ? [] : [addon.parameter],
  };
}

/** Whatever is asked carries the urgency and the signal of the rendering. */
function askWith(engines: Engines, { priority, signal }: RenderOptions): Engines {
  const manner = {
    ...(priority === undefined ? {} : { priority }),
    ...(signal === undefined ? {} : { signal }),
  };
  return { ask: (question) => engines.ask({ ...question, ...manner }) };
}

/** The context file; it goes by the name of parameter.cue, whose text it begins with. */
export function createContext(addon: ClientPackage, parameters: JsonObject, installer?: JsonObject): EngineFile {
  const { metadata, parameter } = addon;
  const text = createContextText({
    parameter: parameter?.text ?? '',
    metadata,
    parameters,
    ...(installer === undefined ? {} : { installer }),
  });
  return { name: parameter?.path ?? '', text };
}

/** Asks the engine of the session's release line. */
export function askEngine<Operation extends EngineOperation>(
  { engines, facts }: RenderSession,
  operation: Operation,
  request: EngineOperations[Operation]['request'],
): Promise<EngineOutcome<Operation>> {
  return engines.ask({ engine: facts.engine, operation, request });
}

/** A file as engines take it. */
export function toEngineFile({ path, text }: ElementFile): EngineFile {
  return { name: path, text };
}
