import { renderToStaticMarkup } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import type { Parameter, ParameterShape } from '../../schemas/parameter.ts';
import { createTestPageContext } from '../../test/support/page-context.ts';
import { ParameterTable } from './parameter-table.tsx';

const name: Parameter = { name: 'name', type: 'string', optional: false, required: true };
const part: ParameterShape = { type: 'struct', fields: [name] };
const optional = { optional: true, required: false } as const;

function draw(parameters: readonly Parameter[]): string {
  return renderToStaticMarkup(
    <ParameterTable context={createTestPageContext()} parameters={parameters} caption="Parameters" />,
  );
}

function listIds(html: string): readonly string[] {
  return [...html.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id);
}

describe('ParameterTable', () => {
  it('gives each row an anchor of its own, nested rows and alternatives included', () => {
    const html = draw([
      name,
      { name: 'parts', ...optional, type: 'list', element: part },
      { name: 'labels', ...optional, type: 'map', element: part },
      { name: 'storage', ...optional, type: 'union', oneOf: [{ type: 'string' }, part, part] },
    ]);
    expect(listIds(html)).toEqual([
      'p-name',
      'p-parts',
      'p-parts.name',
      'p-labels',
      'p-labels.name',
      'p-storage',
      'p-storage~2.name',
      'p-storage~3.name',
    ]);
    for (const id of listIds(html)) expect(html).toContain(`href="#${id}"`);
  });

  it('marks what must be given, and says what a value may be', () => {
    expect(draw([name])).toContain('required');
    const html = draw([{ ...name, required: false, enum: ['a', 'b'], constraints: ['!="c"'], default: 'a' }]);
    expect(html).not.toContain('required');
    expect(html).toContain('<code>&quot;a&quot;</code><code>&quot;b&quot;</code>');
    expect(html).toContain('<code>!=&quot;c&quot;</code>');
  });

  it('leaves out what its author hides', () => {
    expect(listIds(draw([{ ...name, ignore: true }]))).toEqual([]);
  });
});
