// What a reference manager reads from the pages: COinS in lists, <meta> and JSON-LD of documents.
import { check, equal, test } from './harness.mjs';

/** The context objects of a page, as their keys and values. */
async function contextObjects(page) {
  const titles = await page.locator('span.Z3988').evaluateAll((all) => all.map((one) => one.title));
  return titles.map((title) => new URLSearchParams(title));
}

test('records: a list has a context object for every hit', async (page, open) => {
  await open('/search?q=training');
  const objects = await contextObjects(page);
  equal(objects.length, await page.locator('.hit').count(), 'context objects');
  const symbols = await page.locator('.hit h3 bdi').allInnerTexts();
  for (const [i, one] of objects.entries()) {
    equal(one.get('ctx_ver'), 'Z39.88-2004', 'version');
    equal(one.get('rft_val_fmt'), 'info:ofi/fmt:kev:mtx:book', 'format');
    check(one.get('rft.btitle'), `${symbols[i]} has a title`);
    equal(one.get('rft.series'), symbols[i], 'symbol');
    check(/^\d{4}(-\d\d){0,2}$/.test(one.get('rft.date') ?? '2000'), `date of ${symbols[i]}`);
  }
});

test('records: a document tells itself to a reference manager', async (page, open) => {
  await open('/A/58/568');
  const meta = (name) => page.locator(`meta[name="${name}"]`).first().getAttribute('content');
  check((await meta('citation_title')).startsWith('Information and communication'), 'title');
  equal(await meta('citation_publication_date'), '2003-11-12', 'date');
  equal(await meta('citation_technical_report_number'), 'A/58/568', 'symbol');
  equal(await meta('citation_public_url'), 'https://library.example.org/A/58/568', 'address');
  const [object, ...others] = await contextObjects(page);
  equal(others.length, 0, 'further context objects');
  equal(object.get('rft.btitle'), await meta('citation_title'), 'the same title');
  equal(object.get('rft.date'), await meta('citation_publication_date'), 'the same date');
  const data = JSON.parse(await page.locator('script[type="application/ld+json"]').textContent());
  equal(data.reportNumber, 'A/58/568', 'symbol in the linked data');
  equal(data.name, await meta('citation_title'), 'title in the linked data');
});
