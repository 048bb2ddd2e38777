import type { Page } from 'playwright-core';

/** The widths in which no page may scroll sideways, in CSS pixels. */
const widths = [390, 768, 1280, 1920] as const;

/** Every text of the content that can be seen, but for what only serves to get around or to do something. */
const visibleTexts = `(() => {
  const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  const seen = [];
  while (texts.nextNode()) {
    const { parentElement, textContent } = texts.currentNode;
    if (parentElement.closest('nav, form, button') !== null || !parentElement.checkVisibility()) continue;
    if (textContent.trim() !== '') seen.push(textContent.trim());
  }
  return seen;
})()`;

/** The width of the widest search field, whose role a script may change. */
const roomForSearch = `Math.max(0, ...[...document.querySelectorAll('input[type=search]')].map(({ offsetWidth }) => offsetWidth))`;

const wideTables =
  '[...document.querySelectorAll("table.rows")].filter((table) => table.offsetWidth > table.parentElement.clientWidth).length';

const movingElements = `[...document.querySelectorAll('*')].filter((element) => {
  const { animationName, animationDuration, transitionDuration } = getComputedStyle(element);
  const lasts = (durations) => durations.split(',').some((each) => parseFloat(each) > 0.01);
  return (animationName !== 'none' && lasts(animationDuration)) || lasts(transitionDuration);
}).map((element) => element.tagName + '.' + element.className).slice(0, 5)`;

/** What does not fit, in each of the widths. */
export async function listSpills(page: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  const own = page.viewportSize();
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    const wide = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
    if (wide) faults.push(`at ${width} the page is wider than the window`);
    const room = await page.evaluate<number>(roomForSearch);
    if (room < 120) faults.push(`at ${width} the search field is ${room} wide`);
    const spilling = await page.evaluate(wideTables);
    if (spilling !== 0) faults.push(`at ${width}, ${spilling} tables are wider than what holds them`);
  }
  if (own !== null) await page.setViewportSize(own);
  return faults;
}

/** What is lost on paper or with forced colours, and what moves although the visitor asked for stillness. */
export async function listHidden(page: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  const onScreen = await readTexts(page);
  await page.emulateMedia({ forcedColors: 'active' });
  const forced = new Set(await readTexts(page));
  for (const text of onScreen) if (!forced.has(text)) faults.push(`forced colours hide: ${text}`);
  await page.emulateMedia({ forcedColors: 'none', media: 'print' });
  const printed = new Set(await readTexts(page));
  for (const text of onScreen) if (!printed.has(text)) faults.push(`print hides: ${text}`);
  await page.emulateMedia({ media: 'screen', reducedMotion: 'reduce' });
  const moving = await page.evaluate<string[]>(movingElements);
  for (const element of moving) faults.push(`moves although stillness was asked for: ${element}`);
  return faults;
}

function readTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(visibleTexts);
}
