import { drawingProperties } from './svg-allow-list.ts';

const innerReference = /url\(\s*(["']?)#[\w.:-]+\1\s*\)/gi;
const simpleSelector = /^[\w.#*:,>+~\s-]+$/;

/** Whether a value draws and reaches for nothing outside of its own document. */
export function isInnerValue(value: string): boolean {
  const rest = value.replace(innerReference, '');
  return !/[\\<>@]|\/\*|url\s*\(|image\s*\(|image-set|src\s*\(|var\s*\(|expression|javascript:|data:/i.test(rest);
}

/** Keeps the declarations of a `style` attribute that draw. */
export function cleanDeclarations(text: string): string {
  return text
    .split(';')
    .map((declaration) => declaration.split(':'))
    .filter(
      ([name = '', ...value]) => drawingProperties.has(name.trim().toLowerCase()) && isInnerValue(value.join(':')),
    )
    .map(([name = '', ...value]) => `${name.trim().toLowerCase()}:${value.join(':').trim()}`)
    .join(';');
}

// Masks in masks draw the same thing over and over; those of attributes are looked at, a rule could reach anything.
const reaching = /^(?:mask|clip-path):/;

/** Keeps the plain rules of a style sheet: no at-rules, no attribute selectors, and only declarations that draw. */
export function cleanStyleSheet(text: string): string {
  const bare = text.replace(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g, '');
  const rules: string[] = [];
  for (const rule of bare.split('}')) {
    const brace = rule.indexOf('{');
    if (brace === -1) continue;
    const selector = rule.slice(0, brace).trim();
    const declarations = cleanDeclarations(rule.slice(brace + 1))
      .split(';')
      .filter((declaration) => !reaching.test(declaration))
      .join(';');
    if (simpleSelector.test(selector) && declarations !== '') rules.push(`${selector}{${declarations}}`);
  }
  return rules.join('');
}
