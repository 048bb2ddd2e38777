import { findChromium, openBrowser } from '../e2e/browser.ts';
import type { Row } from './row.ts';

/** How many times slower than it is the processor pretends to be. */
const slowdown = 4;
const paths = ['/', '/addons', '/addons/official/fluxcd', '/addons/official/fluxcd/v/latest/parameters'] as const;

const watch = `
  globalThis.longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration, interactionId } of list.getEntries()) if (interactionId > 0) longest = Math.max(longest, duration);
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });
`;

/** Measures when the first content stands and how long a key or a click takes, in a browser on a slowed processor. No rows without Chromium. */
export async function measurePageLab(url: string): Promise<readonly Row[]> {
  const chromium = findChromium();
  if (chromium === undefined) return [];
  const browser = await openBrowser(chromium);
  const slowest = { paint: { ms: 0, path: '' }, interaction: { ms: 0, path: '' } };
  try {
    for (const path of paths) {
      const context = await browser.newContext();
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
      await page.addInitScript(watch);
      await page.goto(`${url}${path}`, { waitUntil: 'load' });
      await page.waitForFunction('performance.getEntriesByName("first-contentful-paint").length > 0');
      const paint = await page.evaluate<number>('performance.getEntriesByName("first-contentful-paint")[0].startTime');
      await page.keyboard.press('/');
      await page.keyboard.type('prom', { delay: 150 });
      await page.keyboard.press('Escape');
      await page.locator('.theme-switch').click();
      await page.waitForTimeout(500);
      const interaction = await page.evaluate<number>('longest');
      if (paint > slowest.paint.ms) slowest.paint = { ms: paint, path };
      if (interaction > slowest.interaction.ms) slowest.interaction = { ms: interaction, path };
      await context.close();
    }
  } finally {
    await browser.close();
  }
  return [
    toRow('first content', { ...slowest.paint, wanted: 0.8 }),
    toRow('longest key or click', { ...slowest.interaction, wanted: 0.1 }),
  ];
}

function toRow(work: string, { ms, path, wanted }: { ms: number; path: string; wanted: number }): Row {
  return {
    work: `${work}, processor ${slowdown} times slower, slowest of ${paths.length} pages`,
    ours: `${ms.toFixed(0)} ms (${path})`,
    baseline: '-',
    result: ms / 1000,
    unit: 's',
    wanted,
  };
}
