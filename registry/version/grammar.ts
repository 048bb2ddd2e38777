/** Characters that Go's `\s` takes; JavaScript's own class is wider. */
export const spaceClass = '[\\t\\n\\f\\r ]';

/** Dot-separated identifiers of a pre-release or of build metadata, as a regular expression source without groups. */
export const identifiersSource = '[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*';
