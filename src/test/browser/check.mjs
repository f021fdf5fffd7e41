// What a reader of a report would stumble over, at three widths, light and dark. See run.
import { readFileSync, readdirSync, existsSync, mkdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';

const here = dirname(fileURLToPath(import.meta.url));
const library = (path) => join(here, 'node_modules', path);
const [screenshots, ...given] = process.argv.slice(2);
// Of the site of a project all pages are judged, of other folders reports only.
const SITE = 'site:';
const folders = given.map((folder) => folder.replace(SITE, ''));
const sites = given.filter((folder) => folder.startsWith(SITE)).map((folder) => resolve(folder.replace(SITE, '')));
const WIDTHS = [400, 800, 1600];
const SCHEMES = ['light', 'dark'];
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const problems = [];
let checked = 0;

function files(ending) {
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(ending))
      .sort()
      .map((name) => resolve(folder, name)));
}

async function open(browser, width, scheme, where) {
  const page = await browser.newPage();
  await page.setViewport({ width, height: 1000 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) problems.push(`${where}: console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`${where}: ${error.message}`));
  page.on('dialog', (dialog) => {
    problems.push(`${where}: a script ran: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on('requestfailed', (request) => problems.push(`${where}: ${request.url()} cannot be loaded`));
  page.on('request', (request) => {
    if (!/^(file|data|about):/.test(request.url())) problems.push(`${where}: loads ${request.url()}`);
  });
  return page;
}

/** Runs in the page: what is wrong with its layout, its links and its pictures. */
function inspect(site) {
  const wrong = [];
  const root = document.scrollingElement;
  if (root.scrollWidth > window.innerWidth) {
    const wide = [...document.querySelectorAll('body *')].find(
      (element) => element.getBoundingClientRect().right > window.innerWidth + 1 && !element.closest('.cp-scroll, svg'));
    wrong.push(`is ${root.scrollWidth} wide in ${window.innerWidth}: ${wide && wide.outerHTML.slice(0, 120)}`);
  }
  const links = [];
  for (const link of document.querySelectorAll(site ? '.cp-report a[href]' : 'a[href]')) {
    const href = link.getAttribute('href');
    if (href.startsWith('#') && !document.getElementById(href.slice(1))) wrong.push(`no target for ${href}`);
    if (!href.startsWith('#')) links.push(link.href);
  }
  const pictures = [...document.querySelectorAll('svg.cp-picture')].filter(
    (svg) => svg.getBoundingClientRect().width > 0);
  if (pictures.length !== 1) wrong.push(`${pictures.length} pictures are shown`);
  for (const svg of pictures) wrong.push(...inspectPicture(svg));
  return { wrong, links };

  function inspectPicture(svg) {
    const found = [];
    const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    if (scale * 13 < 9.5) found.push(`text of the picture is ${scale * 13} pixels high`);
    if (!svg.querySelector('title')?.textContent.trim()) found.push('the picture has no title');
    if (!svg.querySelector('desc')?.textContent.trim()) found.push('the picture has no description');
    const frame = svg.getBoundingClientRect();
    for (const text of svg.querySelectorAll('text')) {
      const box = text.getBoundingClientRect();
      const holder = text.closest('.cp-stage, .cp-begin')?.querySelector('rect') ?? svg;
      const around = holder.getBoundingClientRect();
      if (box.left < around.left || box.right > around.right + 0.5 || box.bottom > around.bottom + 0.5 ||
          box.right > frame.right) {
        found.push(`text leaves its box: ${text.textContent}`);
      }
      const contrast = ratio(color(text, 'fill'), color(background(text, svg), 'fill'));
      if (contrast < 4.5) found.push(`contrast ${contrast.toFixed(2)}: ${text.textContent}`);
    }
    const texts = [...svg.querySelectorAll('text')].map((text) => text.getBoundingClientRect());
    texts.forEach((one, i) => texts.slice(i + 1).forEach((other) => {
      const x = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const y = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      if (x > 1 && y > Math.min(one.height, other.height) * 0.4) found.push('texts overlap');
    }));
    for (const icon of svg.querySelectorAll('.cp-action circle')) {
      const contrast = ratio(color(icon, 'fill'), color(background(icon, svg), 'fill'));
      if (contrast < 3) found.push(`contrast of an icon is ${contrast.toFixed(2)}`);
    }
    return found;
  }

  function background(element, svg) {
    return element.closest('.cp-stage, .cp-begin')?.querySelector('rect') ?? svg.querySelector('.cp-paper');
  }

  function color(element, property) {
    return getComputedStyle(element)[property].match(/[\d.]+/g).slice(0, 3).map(Number);
  }

  function ratio(one, other) {
    const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (lighter + 0.05) / (darker + 0.05);
  }

  function luminance(rgb) {
    const [r, g, b] = rgb.map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }
}

/** Runs in the page of a site: what is wrong with its text. The frame around it is the skin's. */
function inspectSite() {
  const wrong = [];
  const root = document.scrollingElement;
  if (root.scrollWidth > window.innerWidth) wrong.push(`is ${root.scrollWidth} wide in ${window.innerWidth}`);
  for (const image of document.querySelectorAll('#bodyColumn img')) {
    if (image.naturalWidth === 0) wrong.push(`no image ${image.getAttribute('src')}`);
    if (!image.alt) wrong.push(`no text for the image ${image.getAttribute('src')}`);
  }
  const markup = document.querySelector('#bodyColumn').innerText.match(/\]\([^)]*\)|^#+ .*$|\*\*\w+/m);
  if (markup && !document.querySelector('#bodyColumn pre')?.innerText.includes(markup[0])) {
    wrong.push(`Markdown is shown: ${markup[0]}`);
  }
  return { wrong, links: [...document.querySelectorAll('a[href]')].map((link) => link.href) };
}

async function checkSitePage(browser, file) {
  for (const width of WIDTHS) {
    const name = `site-${basename(file, '.html')}-${width}`;
    const page = await open(browser, width, 'light', name);
    await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
    const { wrong, links } = await page.evaluate(inspectSite);
    wrong.forEach((problem) => problems.push(`${name}: ${problem}`));
    for (const link of links.filter((one) => one.startsWith('file:'))) {
      const [target, part] = link.split('#');
      const path = fileURLToPath(target);
      if (!existsSync(path)) {
        problems.push(`${name}: no file for ${link}`);
      } else if (part && !readFileSync(path, 'utf8').includes(`id="${decodeURIComponent(part)}"`)) {
        problems.push(`${name}: no target for ${link}`);
      }
    }
    if (width !== WIDTHS[1]) await page.screenshot({ path: join(screenshots, `${name}.png`) });
    await page.close();
    checked++;
  }
}

async function checkPage(browser, file) {
  if (sites.includes(dirname(file))) return checkSitePage(browser, file);

  // A site's look is not ours: of its page, the report alone is judged, and of its other pages nothing.
  const text = readFileSync(file, 'utf8');
  const site = !text.includes('<main>\n<div class="cp-report">');
  if (!text.includes('<div class="cp-report">')) return;
  for (const width of WIDTHS) {
    for (const scheme of SCHEMES) {
      const name = `${basename(file, '.html')}-${width}-${scheme}`;
      const page = await open(browser, width, scheme, name);
      await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
      const { wrong, links } = await page.evaluate(inspect, site);
      wrong.forEach((problem) => problems.push(`${name}: ${problem}`));
      for (const link of links) {
        if (link.startsWith('file:') && !existsSync(fileURLToPath(link.split('#')[0]))) {
          problems.push(`${name}: no file for ${link}`);
        }
      }
      await page.addScriptTag({ path: library('axe-core/axe.min.js') });
      const results = await page.evaluate(
        (rules, scope) => window.axe.run(scope, { runOnly: rules }), RULES, site ? '.cp-report' : 'html');
      for (const violation of results.violations) {
        problems.push(`${name}: ${violation.id}: ${violation.help}: ${violation.nodes[0].html.slice(0, 150)}`);
      }
      await page.screenshot({ path: join(screenshots, `${name}.png`) });
      await page.close();
      checked++;
    }
  }
}

/** As a README shows it: an image. */
async function checkImage(browser, file) {
  for (const scheme of SCHEMES) {
    const name = `${basename(dirname(file))}-${basename(file)}-${scheme}`;
    const page = await open(browser, 800, scheme, name);
    await page.setContent(`<img src="data:image/svg+xml;base64,${readFileSync(file).toString('base64')}">`);
    const width = await page.evaluate(() => document.querySelector('img').decode().then(
      () => document.querySelector('img').naturalWidth, () => 0));
    if (width !== 400) problems.push(`${name}: the image is ${width} wide`);
    await page.screenshot({ path: join(screenshots, `${name}.png`), fullPage: true });
    await page.close();
    checked++;
  }
}

async function checkFlowcharts(browser, charts) {
  if (charts.length === 0) return;
  const page = await open(browser, 800, 'light', 'flowcharts');
  await page.setContent('<!DOCTYPE html><html lang="en"><body></body></html>');
  await page.addScriptTag({ path: join(here, 'mermaid-12.3.0.js') });
  for (const file of charts) {
    const result = await page.evaluate(async (text) => {
      window.mermaid.initialize({ startOnLoad: false });
      try {
        const { svg } = await window.mermaid.render('chart', text);
        document.body.innerHTML = svg;
        return document.body.textContent.includes('Unsupported markdown') ? 'unsupported markdown' : '';
      } catch (error) {
        return String(error);
      }
    }, readFileSync(file, 'utf8'));
    if (result) problems.push(`${basename(file)}: ${result}`);
    await page.screenshot({ path: join(screenshots, `${basename(file)}.png`) });
    checked++;
  }
  await page.close();
}

mkdirSync(screenshots, { recursive: true });
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb', '--allow-file-access-from-files'],
});
try {
  for (const file of files('.html')) await checkPage(browser, file);
  for (const file of files('.svg')) await checkImage(browser, file);
  await checkFlowcharts(browser, files('.mmd'));
} finally {
  await browser.close();
}
problems.forEach((problem) => console.error(problem));
console.log(`${checked} views, ${problems.length} problems`);
process.exit(problems.length === 0 && checked > 0 ? 0 : 1);
