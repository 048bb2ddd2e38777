/** Whether the data folder takes writes. */
export type StoreHealth =
  | { readonly writable: true }
  | {
      readonly writable: false;
      /** RFC 3339, UTC: the first probe that failed. */
      readonly since: string;
      readonly reason: 'full' | 'read-only' | 'other';
      /** What the system said. */
      readonly message: string;
    };
