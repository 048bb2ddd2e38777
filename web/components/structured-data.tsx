import type { VNode } from 'preact';
import type { PageContext, TrailStep } from '../context/page-context.ts';

/** The breadcrumbs as schema.org data for search engines. */
export function StructuredTrail({
  context,
  trail,
}: {
  context: PageContext;
  trail: readonly TrailStep[];
}): VNode | null {
  if (trail.length === 0) return null;
  const steps: readonly TrailStep[] = [{ label: context.strings.frame.home, href: context.links.home() }, ...trail];
  const data = {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map((step, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: step.label,
      ...(step.href === undefined ? {} : { item: context.toAbsolute(step.href) }),
    })),
  };
  return <StructuredData data={data} />;
}

/** Facts in words of schema.org. */
export function StructuredData({ data }: { data: Readonly<Record<string, unknown>> }): VNode {
  const json = toScriptJson({ '@context': 'https://schema.org', ...data });
  // A script element takes text that must not be HTML-escaped; toScriptJson leaves no character that could end it.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}

const escapes: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/** Writes JSON that can stand inside a script element: no markup character survives outside of an escape. */
export function toScriptJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => escapes[character] ?? '');
}
