// Opens every page of a folder in Chromium, as wide as a desk's screen and as a
// telephone, and says what axe-core finds against WCAG 2.2 AA and good practice,
// what is wider than the screen, and what the page asks of other places.
//
//   node check.mjs FOLDER             checks
//   node check.mjs FOLDER --pictures  also writes a picture for each width, and a PDF
//
// CHROMIUM names the browser, where it is not /usr/bin/chromium.
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import puppeteer from 'puppeteer-core';

const [folder, pictures] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const files = readdirSync(folder).filter((name) => name.endsWith('.html')).sort();

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])], // Chromium has no sandbox for root
});
let found = 0;
const complain = (...what) => { found++; console.error(...what); };

for (const file of files) {
  const page = await browser.newPage();
  await page.setBypassCSP(true); // for axe-core alone: the page allows no script
  page.on('request', (r) => { if (!r.url().startsWith('file:')) complain(`${file}: asks for ${r.url()}`); });
  for (const width of [1280, 320]) {
    await page.setViewport({ width, height: 900 });
    await page.goto('file://' + resolve(folder, file));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) complain(`${file}: ${wide} pixels wide on a screen of ${width}`);
    await page.evaluate(axe);
    const { violations } = await page.evaluate((values) => axe.run({ runOnly: values }), rules);
    for (const v of violations) {
      complain(`${file}, ${width} pixels: ${v.id}: ${v.help}, ${v.nodes.length} times, first ${v.nodes[0].html}`);
    }
    if (pictures) await page.screenshot({ path: resolve(folder, `${file}-${width}.png`), fullPage: true });
  }
  if (pictures) await page.pdf({ path: resolve(folder, `${file}.pdf`), preferCSSPageSize: true, timeout: 120_000 });
  await page.close();
}
await browser.close();
console.log(`${files.length} pages, ${found} findings`);
process.exit(found > 0 || files.length === 0 ? 1 : 0);
