const startTag = /<([a-z][\w-]*)((?:\s(?:[^">]|"[^"]*")*)?)>/g;
const landmarks = new Set(['section', 'nav', 'aside', 'search']);

/** Where a drawing stands among others on the page. */
export interface DrawingPlace {
  /** Id of its heading; every id inside begins with it. */
  readonly id: string;
  readonly title: string;
}

/** Makes the markup of a drawing fit beside others: ids, what refers to them and groups of choices are its own, and its landmarks have names of their own. */
export function isolateIds(html: string, place: DrawingPlace): string {
  return html.replace(startTag, (_, tag: string, attributes: string) => {
    const own = prefixIds(attributes, place.id);
    return `<${tag}${isLandmark(tag, attributes) ? nameLandmark(tag, own, place) : own}>`;
  });
}

function prefixIds(attributes: string, id: string): string {
  const prefixed = attributes
    .replace(/ (id|for|list|aria-controls)="([^"]+)"/g, ` $1="${id}-$2"`)
    .replace(/ href="#([^"]+)"/g, ` href="#${id}-$1"`)
    .replace(/url\(#([^)]+)\)/g, `url(#${id}-$1)`)
    .replace(/ (aria-labelledby|aria-describedby)="([^"]+)"/g, (_, name: string, ids: string) => {
      const own = ids.split(' ').map((each) => `${id}-${each}`);
      return ` ${name}="${own.join(' ')}"`;
    });
  return / type="radio"/.test(prefixed) ? prefixed.replace(/ name="([^"]+)"/, ` name="${id}-$1"`) : prefixed;
}

function isLandmark(tag: string, attributes: string): boolean {
  return landmarks.has(tag) || attributes.includes(' role="region"');
}

function nameLandmark(tag: string, attributes: string, { id, title }: DrawingPlace): string {
  if (attributes.includes(' aria-labelledby="'))
    return attributes.replace(' aria-labelledby="', ` aria-labelledby="${id} `);
  if (attributes.includes(' aria-label="')) return attributes.replace(' aria-label="', ` aria-label="${title}: `);
  return tag === 'section' ? attributes : `${attributes} aria-label="${title}"`;
}
