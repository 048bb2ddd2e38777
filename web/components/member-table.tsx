import type { ComponentChildren, VNode } from 'preact';
import type { PageContext } from '../context/page-context.ts';

/** One more column, after the addon. */
export interface MemberCell {
  readonly heading: string;
  readonly content: ComponentChildren;
}

export interface MemberRow {
  readonly name: string;
  readonly catalog: string;
  /** Whether the catalog has a page for it. */
  readonly linked: boolean;
  /** The same columns in every row. */
  readonly cells: readonly MemberCell[];
}

interface MemberTableProps {
  readonly context: PageContext;
  readonly caption: string;
  readonly headings: { readonly order: string; readonly addon: string };
  /** In install order. */
  readonly rows: readonly MemberRow[];
}

/** Addons that are installed together, in install order. */
export function MemberTable({ context, caption, headings, rows }: MemberTableProps): VNode {
  const { links, formats } = context;
  return (
    <table class="rows plan-members">
      <caption class="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" class="number">
            {headings.order}
          </th>
          <th scope="col">{headings.addon}</th>
          {rows[0]?.cells.map(({ heading }) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, catalog, linked, cells }, index) => (
          <tr key={name}>
            <td class="number" data-label={headings.order}>
              {formats.number(index + 1)}
            </td>
            <th scope="row">
              {linked ? <a href={links.addon(catalog, name)}>{name}</a> : name}{' '}
              <span class="quiet cell-note">{catalog}</span>
            </th>
            {cells.map(({ heading, content }) => (
              <td key={heading} data-label={heading}>
                {content}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
