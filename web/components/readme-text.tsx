import type { VNode } from 'preact';
import type { PageContext } from '../context/page-context.ts';
import type { ContentsEntry, ReadmeChoice, ReadmeView } from '../context/readme-view.ts';
import type { VersionPageData } from '../context/version-page-data.ts';

interface ReadmeTextProps {
  readonly data: VersionPageData;
  readonly readme: Extract<ReadmeView, { kind: 'text' }>;
}

/** A readme with its contents above, and below what leads to the rest of it. */
export function ReadmeText({ data, readme }: ReadmeTextProps): VNode {
  const { context } = data;
  const { content, headings, variant, hasOther, cut } = readme;
  return (
    <>
      {hasOther && (
        <p class="readme-other">
          <a href={toAddress(context, { written: variant === 'zh' ? 'main' : 'zh' })}>
            {variant === 'zh' ? context.strings.readme.inMain : context.strings.readme.inChinese}
          </a>
        </p>
      )}
      {headings.length >= fewestHeadings && <Contents context={context} headings={headings} />}
      <div class="prose" lang={variant === 'zh' ? 'zh' : undefined}>
        {content}
      </div>
      {cut !== undefined && <Rest data={data} readme={readme} cut={cut} />}
    </>
  );
}

const fewestHeadings = 4;
const mostEntries = 60;

function Contents({ context, headings }: { context: PageContext; headings: readonly ContentsEntry[] }): VNode {
  const text = context.strings.readme;
  const left = headings.length - mostEntries;
  return (
    <nav class="readme-contents" aria-label={text.contents}>
      <details>
        <summary>{text.contents}</summary>
        <ul>
          {headings.slice(0, mostEntries).map((heading) => (
            <li key={heading.id} class={`readme-level-${heading.level}`}>
              <a href={`#${heading.id}`} dir="auto">
                {heading.text}
              </a>
            </li>
          ))}
        </ul>
        {left > 0 && <p class="quiet">{text.moreHeadings(left)}</p>}
      </details>
    </nav>
  );
}

function Rest({ data, readme, cut }: ReadmeTextProps & { cut: 'beginning' | 'all' }): VNode {
  const { context, version } = data;
  const text = context.strings.readme;
  return (
    <div class="notice readme-rest">
      <p>{text.cut[cut]}</p>
      <p>
        {cut === 'beginning' && (
          <>
            <a href={toAddress(context, { readme: 'all', written: readme.variant })}>{text.showAll}</a>{' '}
          </>
        )}
        <a href={context.links.raw(version, readme.path)}>{text.open}</a>
      </p>
    </div>
  );
}

function toAddress({ links, path, query }: PageContext, { readme, written }: ReadmeChoice): string {
  return links.page(path, { ...query, readme, written });
}
