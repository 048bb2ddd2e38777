const rangePattern = /^#([A-Za-z-]*L|O)(\d{1,7})-\1(\d{1,7})$/;
const singlePattern = /^#L(\d{1,7})$/;
const linesPerPage = 500;

interface LineRange {
  readonly prefix: string;
  readonly from: number;
  readonly to: number;
}

function readRange(hash: string): LineRange | undefined {
  const [, prefix = '', first = '', second = ''] = rangePattern.exec(hash) ?? [];
  if (first === '') return undefined;
  const [from, to] = [Number(first), Number(second)];
  return { prefix, from: Math.min(from, to), to: Math.max(from, to) };
}

/** A line of another part of a long file is on another page. */
function findOtherPage(line: number): string | undefined {
  if (document.getElementById(`L${line}`) !== null || document.querySelector('.source-pages') === null)
    return undefined;
  const address = new URL(location.href);
  const page = Math.ceil(line / linesPerPage);
  if (Number(address.searchParams.get('page') ?? 1) === page) return undefined;
  address.searchParams.set('page', String(page));
  return address.href;
}

/** Marks the lines that the address names. */
function markLines(): void {
  for (const line of document.querySelectorAll('.source-lines > .line-chosen')) line.classList.remove('line-chosen');
  const range = readRange(location.hash);
  const first = range?.from ?? Number(singlePattern.exec(location.hash)?.[1] ?? 0);
  const other = first > 0 ? findOtherPage(first) : undefined;
  if (other !== undefined) location.replace(other);
  if (range === undefined) return;
  for (let number = range.from; number <= range.to; number += 1) {
    const line = document.getElementById(`${range.prefix}${number}`);
    if (line === null) break;
    line.classList.add('line-chosen');
  }
  document.getElementById(`${range.prefix}${range.from}`)?.scrollIntoView({ block: 'center' });
}

/** With the shift key a number ends a range that the address began. */
function extendRange(event: MouseEvent): void {
  const number = event.target instanceof Element ? event.target.closest('.line-number') : null;
  if (!(number instanceof HTMLAnchorElement) || !event.shiftKey) return;
  const begun = /^#(\D+)(\d+)/.exec(location.hash);
  const ended = /^#(\D+)(\d+)$/.exec(number.hash);
  if (begun === null || ended === null || begun[1] !== ended[1]) return;
  event.preventDefault();
  const [from, to] = [Number(begun[2]), Number(ended[2])].sort((left, right) => left - right);
  const hash = from === to ? `#${begun[1]}${from}` : `#${begun[1]}${from}-${begun[1]}${to}`;
  // Not by location.hash: the page would jump to a line that is in view already.
  history.replaceState(null, '', hash);
  markLines();
}

addEventListener('hashchange', markLines);
document.addEventListener('click', extendRange);
markLines();

export {};
