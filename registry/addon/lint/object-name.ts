const labelPattern = '[a-z0-9](?:[-a-z0-9]*[a-z0-9])?';
const objectName = new RegExp(`^${labelPattern}(?:\\.${labelPattern})*$`);

/** Tells whether Kubernetes accepts a text as the name of an object (DNS-1123 subdomain, at most 253 characters). */
export function isObjectName(text: string): boolean {
  return text.length <= 253 && objectName.test(text);
}
