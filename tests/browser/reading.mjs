// What a reader does: search, filter, open, follow a citation, cite; with the script and without.
import { check, equal, test } from './harness.mjs';

async function search(page, open) {
  await open('/search?q=');
  await page.fill('#q', 'training');
  await page.getByRole('search').getByRole('button').click();
  await page.waitForURL(/q=training/);
  equal(await page.locator('h1').innerText(), 'training', 'heading of the search');
  check(await page.locator('.hit').count() > 2, 'training is in more than two documents');
}

async function filter(page, open) {
  await open('/search?q=training');
  const all = await page.locator('.hit').count();
  const box = page.getByLabel(/^Economic and Social Council/).first();
  await box.check();
  check(!page.url().includes('f='), 'ticking alone asks nothing');
  await page.getByRole('button', { name: 'Apply' }).click();
  await page.waitForURL(/f=organ/);
  const some = await page.locator('.hit').count();
  check(some > 0 && some < all, `the filter leaves ${some} of ${all} documents`);
  check(await page.getByLabel(/^Economic and Social Council/).first().isChecked(), 'still ticked');
  await page.getByRole('link', { name: /^Remove the filter/ }).click();
  await page.waitForURL((url) => !url.searchParams.has('f'));
  equal(await page.locator('.hit').count(), all, 'documents without the filter');
}

async function filterInTheQuery(page, open) {
  await open('/search?q=training organ:ECOSOC');
  const box = page.getByLabel(/^Economic and Social Council/).first();
  check(await box.isChecked() && await box.isDisabled(), 'ticked, and taken off in the query alone');
}

async function follow(page, open) {
  await open('/search?q=%22one%20strategy%22');
  await page.locator('.passages a').first().click();
  await page.waitForURL('**/A/58/568/para/1');
  check((await page.locator('h1').innerText()).startsWith('A/58/568, para. 1'), 'the place opened');
  await page.locator('a.cites').first().click();
  await page.waitForURL('**/A/RES/57/295');
  await page.goBack();
  await page.waitForURL('**/A/58/568/para/1');
}

async function cite(page, open) {
  await open('/A/58/568/para/16');
  await page.getByRole('link', { name: 'Cite', exact: true }).click();
  await page.waitForURL('**/A/58/568/para/16/cite');
  const forms = await page.locator('pre.cite').allInnerTexts();
  check(forms.some((form) => form.includes('A/58/568, para. 16')), 'cited as in a text');
  for (const sign of ['@techreport', 'TY  - ', '"type"'])
    check(forms.some((form) => form.includes(sign)), `a form with ${sign}`);
}

async function citedBy(page, open) {
  await open('/A/RES/57/238');
  check(await page.getByText('is not held here').count() === 1, 'says that it is not held');
  const place = page.locator('.partners ul a').first();
  const where = await place.getAttribute('href');
  await place.click();
  await page.waitForURL('**' + where);
}

async function trace(page, open) {
  await open('/A/58/568/para/16');
  await page.locator('a.name').first().click();
  await page.waitForURL('**/trace/**');
  const [name, rows] = [page.locator('h1'), page.locator('main table tbody tr')];
  check((await name.innerText()).includes('Task Force'), 'the name that was followed');
  check(await rows.count() > 3, 'a row a year');
  await page.locator('main table').getByRole('link', { name: 'A/58/568' }).first().click();
  await page.waitForURL('**/A/58/568*');
}

const steps = {
  search, filter, 'filter in the query': filterInTheQuery, follow, cite, trace,
  'cited but not held': citedBy,
};
for (const [name, body] of Object.entries(steps)) {
  test(`reader: ${name}`, body);
  test(`reader, without script: ${name}`, body, { javaScriptEnabled: false });
}
