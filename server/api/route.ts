import type { IncomingMessage, ServerResponse } from 'node:http';
import type { TObject, TSchema } from 'typebox';
import type { JsonValue } from '../../schemas/json.ts';

/** What a handler is given: parsed and checked, nothing raw. */
export interface RouteInput {
  readonly path: Readonly<Record<string, string>>;
  /** What may be repeated is a list when it is. */
  readonly query: Readonly<Record<string, string | number | readonly string[]>>;
  /** Checked by the schema of the route; undefined when it takes none, or text came in its place. */
  readonly body: JsonValue | undefined;
  /** A body of the media type that the route takes as text. */
  readonly text: string | undefined;
  /** Which of these media types the client would rather have; the first when it does not say. */
  readonly prefers: (types: readonly string[]) => string | undefined;
  /** Who asks, as far as the connection tells. */
  readonly client: string;
  /** Which of these languages the client would rather have; the first when it does not say. */
  readonly prefersLanguage: (languages: readonly string[]) => string | undefined;
}

/** A JSON value with its schema, bytes as they are, or an answer that goes on. */
export type RouteOutput =
  | {
      readonly kind: 'json';
      readonly value: unknown;
      readonly status?: 200 | 201;
      /** Absolute or below the server's root; where what was made stands. */
      readonly location?: string;
      readonly cacheControl?: string;
      readonly vary?: string;
    }
  | {
      readonly kind: 'bytes';
      readonly bytes: Uint8Array;
      readonly contentType: string;
      readonly cacheControl: string;
      readonly status?: 200 | 404;
      /** Pages of other sites may show it, and read it. */
      readonly embeddable?: true;
      readonly vary?: string;
    }
  | {
      readonly kind: 'stream';
      /** Answers by itself; throws before the first byte when it cannot. */
      readonly serve: (request: IncomingMessage, response: ServerResponse) => void;
    };

/** One route of the REST interface; the OpenAPI document and the dispatcher are made from the same list. */
export interface Route {
  readonly method: 'get' | 'post';
  /** As OpenAPI writes it, below `/api/v1`; `{path*}` takes the rest with its slashes. */
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly query?: TObject;
  /** What a JSON body must be: of several the one whose required fields it has most of. */
  readonly body?: TObject | readonly TObject[];
  /** The media type of a body that is taken as text and not as JSON. */
  readonly textBody?: string;
  readonly response: TSchema | 'bytes';
  /** What bytes may be, as media types; default: `application/octet-stream`. */
  readonly mediaTypes?: readonly string[];
  /** Answers 404 with bytes of the same media types when there is nothing. */
  readonly bytesWhenMissing?: true;
  /** The media type of the same route's answer that goes on, to who asks for it. */
  readonly streams?: string;
  /** Needs the administrator's token. */
  readonly admin?: boolean;
  readonly handle: (input: RouteInput) => Promise<RouteOutput>;
}

/** An answer as JSON; without `cacheControl` a client asks again each time. */
export function json(value: unknown, cacheControl?: string): Extract<RouteOutput, { kind: 'json' }> {
  return { kind: 'json', value, ...(cacheControl === undefined ? {} : { cacheControl }) };
}
