// What docs/embed.md tells a catalogue to put on its pages, on the page of another site whose policy is the one that the
// chapter gives and nothing else: no inline script, no inline style.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { axe, check, equal, test } from './harness.mjs';
import { serve } from './service.mjs';

const CHAPTER = readFileSync(new URL('../../docs/embed.md', import.meta.url), 'utf8');
const SERVICE = /https:\/\/library\.example\.org(\/undex)?/g; // as the chapter calls it

/** The block of the chapter in this language that holds `what`. */
function block(language, what) {
  const blocks = [...CHAPTER.matchAll(/^```(\w+)\n([^]*?)^```$/gm)];
  return blocks.find(([, marked, text]) => marked === language && text.includes(what))[2];
}

const ELEMENT = block('html', '<undex-search');
const FRAME = block('html', '<iframe');
const POLICY = block('http', 'Content-Security-Policy').trim().split(': ')[1];

/** Gives `use` the address of a site with these lines; `options` are those of a service of its own for it. */
async function withSite(lines, options, use) {
  let service = null;
  const site = createServer((request, response) => {
    if (request.url !== '/') return response.writeHead(204).end();
    const here = (text) => text.replace(SERVICE, service.address);
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; ${here(POLICY)}`,
    });
    response.end(`<!DOCTYPE html><html lang="en"><title>Catalogue</title><h1>Catalogue</h1>${here(lines)}</html>`);
  });
  site.listen(0, 'localhost');
  await once(site, 'listening');
  const origin = `http://localhost:${site.address().port}`; // another site than 127.0.0.1, not another port alone
  try {
    service = await serve(process.argv[2], options(origin));
    await use(origin, service);
  } finally {
    await service?.stop();
    site.closeAllConnections();
    site.close();
  }
}

test('embed: hits stand in the page of another site', async (page) => {
  await withSite(ELEMENT, (origin) => ['--cors', origin, '--frames', origin], async (origin, service) => {
    await page.goto(origin, { waitUntil: 'load' });
    const element = page.locator('undex-search');
    await element.locator('ol > li').first().waitFor();
    equal(await element.getByRole('status').innerText(), '2 documents', 'status');
    const first = element.locator('ol > li').first();
    equal(await first.locator('bdi').innerText(), 'E/2003/75', 'first hit');
    equal(await first.locator('> a').getAttribute('href'), `${service.address}/E/2003/75`, 'link of a hit');
    check(await first.locator('mark').count() > 0, 'words that match are marked');
    equal(await element.locator('iframe').count(), 0, 'frames');
    const passage = await first.locator('ul a').first().getAttribute('href');
    equal((await page.request.get(passage)).url(), passage, 'address of a passage');
    check((await page.request.get(passage)).ok(), 'the passage is there');
  });
});

test('embed: is used with the keyboard alone, and axe finds nothing', async (page) => {
  await withSite(ELEMENT, (origin) => ['--cors', origin], async (origin) => {
    await page.goto(origin, { waitUntil: 'load' });
    const element = page.locator('undex-search');
    await element.locator('ol').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('zzzzq');
    await page.keyboard.press('Enter');
    await element.getByText('Nothing found').waitFor();
    await element.evaluate((one) => one.setAttribute('lang', 'fr'));
    equal(await element.getByRole('button').innerText(), 'Chercher', 'button');
    await element.locator('ol > li').first().waitFor();
    // What finds faults is ours to load: the policy of the site is not for it.
    const found = await page.evaluate(axe.source + '; axe.run("undex-search")');
    equal(found.violations.map((one) => one.id).join(), '', 'violations');
  });
});

test('embed: a fault in the query is told', async (page) => {
  await withSite(ELEMENT, (origin) => ['--cors', origin], async (origin) => {
    await page.goto(origin, { waitUntil: 'load' });
    await page.locator('undex-search').evaluate((one) => one.setAttribute('query', 'symbl:x'));
    await page.locator('undex-search').getByText('symbol').waitFor();
  });
}, {}, /status of 400/); // that it is refused is what is wanted

test('embed: where scripts may not ask, the page of the search stands in a frame', async (page) => {
  await withSite(ELEMENT, (origin) => ['--frames', origin], async (origin) => {
    await page.goto(origin, { waitUntil: 'load' });
    const frame = page.locator('undex-search').frameLocator('iframe');
    equal(await frame.locator('.hit h3 bdi').first().innerText(), 'E/2003/75', 'first hit');
    equal(await frame.locator('header').count(), 0, 'head of the framed page');
    equal(await frame.locator('.hit h3 a').first().getAttribute('target'), '_blank', 'target');
  });
}, {}, /CORS policy|api\/v1\/search/); // that the browser refuses the answer is what is wanted

test('embed: a frame holds no other page than a search', async (page) => {
  const lines = '<iframe src="https://library.example.org/undex/A/58/568" title="A document"></iframe>';
  await withSite(lines, (origin) => ['--frames', origin], async (origin) => {
    await page.goto(origin, { waitUntil: 'load' });
    equal(await page.frameLocator('iframe').locator('.masthead, .document').count(), 0, 'parts of a document');
  });
}, {}, /frame-ancestors|ERR_BLOCKED_BY_RESPONSE/);

test('embed: a frame needs no script', async (page) => {
  await withSite(FRAME, (origin) => ['--frames', origin], async (origin) => {
    await page.goto(origin, { waitUntil: 'load' });
    const frame = page.frameLocator('iframe');
    await frame.locator('.hit').first().waitFor();
    await frame.getByRole('link', { name: 'Oldest' }).click();
    await frame.getByRole('link', { name: 'Oldest' }).and(frame.locator('[aria-current="true"]')).waitFor();
    const [opened] = await Promise.all([page.context().waitForEvent('page'), frame.locator('.hit h3 a').first().click()]);
    await opened.locator('h1').waitFor();
    check(opened.url().includes('/E/2003/75'), `a hit opens outside of the frame: ${opened.url()}`);
  });
}, { javaScriptEnabled: false });
