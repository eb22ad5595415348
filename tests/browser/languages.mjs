// Passages say their language and direction; symbols keep theirs in any of them.
import { check, equal, test } from './harness.mjs';

const texts = {
  ar: { direction: 'rtl', word: 'الحاسوب' },
  zh: { direction: 'ltr', word: '电脑' },
  ru: { direction: 'ltr', word: 'компьютер' },
};

for (const [language, { direction, word }] of Object.entries(texts)) {
  test(`languages: a passage found in ${language}`, async (page, open) => {
    await open('/search?q=' + encodeURIComponent(word));
    const passage = page.locator('.passages li [lang]').first();
    equal(await passage.getAttribute('lang'), language, 'language of the passage');
    equal(await passage.getAttribute('dir'), direction, 'direction of the passage');
    check(await page.locator('.passages mark').count() > 0, 'the word found is marked');
    equal(await page.locator('.hit h3 bdi').first().innerText(), 'A/72/9001', 'symbol in <bdi>');
  });
  test(`languages: a document in ${language}`, async (page, open) => {
    await open('/A/72/9001?lang=' + language);
    const text = page.locator('.document');
    equal(await text.getAttribute('lang'), language, 'language of the text');
    equal(await text.evaluate((one) => getComputedStyle(one).direction), direction, 'direction');
    equal(await page.locator('html').getAttribute('lang'), 'en', 'language of the interface');
    const versions = page.locator('.versions a');
    equal(await versions.count(), 3, 'language versions');
    equal(await page.locator('.versions [aria-current]').getAttribute('hreflang'), language, 'here');
  });
}

test('languages: numbers stand at the right of an Arabic text', async (page, open) => {
  await open('/A/72/9001?lang=ar');
  const paragraph = await page.locator('.document p').first().boundingBox();
  const number = await page.locator('.document .number').first().boundingBox();
  check(number.x + number.width > paragraph.x + paragraph.width - 60, 'number at the right edge');
});

test('languages: the interface in French', async (page, open) => {
  await open('/search?q=training&hl=fr');
  equal(await page.locator('html').getAttribute('lang'), 'fr', 'language of the interface');
  await page.getByRole('button', { name: 'Appliquer' }).click();
  await page.waitForURL(/hl=fr/);
  await page.locator('.hit h3 a').first().click();
  await page.waitForURL(/hl=fr/);
  equal(await page.locator('html').getAttribute('lang'), 'fr', 'language after a link');
});
