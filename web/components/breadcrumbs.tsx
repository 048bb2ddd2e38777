import type { VNode } from 'preact';
import type { PageContext, TrailStep } from '../context/page-context.ts';

/** The way from the home page to this one. */
export function Breadcrumbs({ context, trail }: { context: PageContext; trail: readonly TrailStep[] }): VNode | null {
  if (trail.length === 0) return null;
  const { frame } = context.strings;
  const steps: readonly TrailStep[] = [{ label: frame.home, href: context.links.home() }, ...trail];
  return (
    <nav class="breadcrumbs" aria-label={frame.breadcrumbs}>
      <ol>
        {steps.map((step) => (
          <li key={step.label}>
            {step.href === undefined ? (
              <span aria-current="page">{step.label}</span>
            ) : (
              <a href={step.href}>{step.label}</a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
