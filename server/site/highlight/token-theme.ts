import type { ThemeRegistrationRaw } from 'shiki/core';
import type { TokenKind } from '../../../web/context/source-lines.ts';

// The highlighter gives colours only, and the pages have none in their markup: each colour stands for a kind.
const scopesOfKind: Readonly<Record<TokenKind, readonly string[]>> = {
  comment: ['comment', 'punctuation.definition.comment'],
  string: [
    'string',
    'punctuation.definition.string',
    'markup.inline.raw',
    'markup.fenced_code.block',
    'markup.underline.link',
  ],
  keyword: ['keyword', 'storage', 'keyword.operator', 'markup.heading', 'markup.bold', 'punctuation.definition.list'],
  constant: ['constant', 'variable.parameter', 'support.constant'],
  name: [
    'entity.name.tag',
    'support.type.property-name',
    'punctuation.support.type.property-name',
    'variable.declaration',
    'variable.other.enummember',
    'entity.other.attribute-name',
  ],
  type: ['support.type', 'entity.name.type', 'support.class', 'entity.name.package'],
  call: ['entity.name.function', 'support.function', 'entity.name.command'],
};

const kinds: readonly TokenKind[] = ['comment', 'string', 'keyword', 'constant', 'name', 'type', 'call'];
const plainColor = '#000000';

function toColor(index: number): string {
  return `#00000${index + 1}`;
}

const kindOfColor: ReadonlyMap<string, TokenKind> = new Map(kinds.map((kind, index) => [toColor(index), kind]));

/** A theme whose colours are not to be seen: `findTokenKind` turns them into kinds. */
export const tokenTheme = {
  name: 'token-kinds',
  type: 'light',
  fg: plainColor,
  bg: '#ffffff',
  settings: [
    { settings: { foreground: plainColor } },
    ...kinds.map((kind, index) => ({ scope: [...scopesOfKind[kind]], settings: { foreground: toColor(index) } })),
    // What is put into a string is no part of it.
    {
      scope: ['string variable', 'punctuation.section.interpolation', 'meta.embedded'],
      settings: { foreground: plainColor },
    },
  ],
} satisfies ThemeRegistrationRaw & { readonly name: string };

/** The kind that a colour of the theme stands for; undefined for plain text. */
export function findTokenKind(color: string | undefined): TokenKind | undefined {
  return color === undefined ? undefined : kindOfColor.get(color.toLowerCase());
}
