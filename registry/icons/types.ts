import type { Digest } from '../digest.ts';

/** Pictures that browsers are given. */
export type IconType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/x-icon' | 'image/svg+xml';

/** A picture that is safe to be served, SVG already rebuilt. */
export interface Icon {
  readonly type: IconType;
  readonly bytes: Uint8Array;
}

/** Why there is no icon. */
export type IconRefusal =
  | 'address'
  | 'private-address'
  | 'unreachable'
  | 'status'
  | 'redirects'
  | 'too-large'
  | 'too-slow'
  | 'no-picture'
  | 'dimensions'
  | 'unsafe-svg'
  | 'missing-file';

/** What came of reading a picture. `again`: it may well succeed later. */
export type IconReading<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: IconRefusal; readonly again: boolean };

/** What is remembered of one icon. */
export interface IconEntry {
  /** `url:<address>` of an icon from elsewhere, `tree:<tree digest>` of one that a version brings itself. */
  readonly key: string;
  /** Absent while there was never one. */
  readonly icon?: { readonly digest: Digest; readonly type: IconType };
  /** Why the last attempt brought none. */
  readonly refusal?: IconRefusal;
  /** Attempts that failed in a row. */
  readonly failures: number;
  /** RFC 3339, UTC; not looked at again before then. Absent = never again. */
  readonly next?: string;
}

/** Fetches the bytes behind an address that an author wrote. Never throws for what the other side does. */
export type FetchIcon = (url: string, signal: AbortSignal) => Promise<IconReading<Uint8Array>>;

/** Icons that were fetched, and what came of each attempt. A cache: everything in it can be had again. */
export interface IconStore {
  /** Grows with every change of what `findEntry` says of icons. */
  readonly generation: number;
  findEntry(key: string): IconEntry | undefined;
  /** Keeps an attempt in memory, and the bytes of an icon on disk. */
  saveEntry(entry: Omit<IconEntry, 'icon'>, icon?: Icon): Promise<void>;
  /** Writes down what was saved, without entries whose keys are not wanted any more. */
  flush(wanted: ReadonlySet<string>): Promise<void>;
  /** The bytes of a kept icon, by the hexadecimal digits of its digest; undefined when there is none. */
  findIcon(hex: string): Promise<Icon | undefined>;
}
