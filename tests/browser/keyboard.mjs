// By keys alone: the way past the banner, the order of stops, a focus that is seen and kept.
import { check, equal, test } from './harness.mjs';

/** What has the focus: its words, whether it is seen, and where it stands among all elements. */
function focused(page) {
  return page.evaluate(() => {
    const one = document.activeElement;
    if (!one || one === document.body) return null;
    const style = getComputedStyle(one);
    const box = one.getBoundingClientRect();
    const middle = document.elementFromPoint(box.x + Math.min(box.width / 2, 8), box.y + box.height / 2);
    return {
      words: (one.innerText || one.value || one.id || one.tagName).trim().slice(0, 40),
      outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
      inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
      covered: middle !== null && middle !== one && !one.contains(middle) && !middle.contains(one),
      index: [...document.querySelectorAll('*')].indexOf(one),
    };
  });
}

async function walk(page) {
  const stops = [];
  for (let i = 0; i < 400; ++i) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    if (!stop || stop.index === stops[0]?.index) return stops;
    stops.push(stop);
  }
  throw new Error('the walk by Tab has no end');
}

for (const path of ['/search?q=training', '/A/58/568/para/16', '/A/RES/57/295/citations',
                    '/compare?a=A/RES/77/150&b=A/RES/79/194'])
  test(`keyboard: every stop of ${path} is in order and seen`, async (page, open) => {
    await open(path);
    const stops = await walk(page);
    check(stops.length > 8, `only ${stops.length} stops`);
    for (const [i, stop] of stops.entries()) {
      check(i === 0 || stop.index > stops[i - 1].index, `'${stop.words}' comes out of order`);
      check(stop.outlined, `the focus on '${stop.words}' is not seen`);
      check(stop.inside && !stop.covered, `'${stop.words}' is hidden when it has the focus`);
    }
  }, { reducedMotion: 'reduce' });

test('keyboard: the first stop leads past the banner', async (page, open) => {
  await open('/search?q=training');
  await page.keyboard.press('Tab');
  equal((await focused(page)).words, 'Skip to the content', 'first stop');
  await page.keyboard.press('Enter');
  equal(await page.evaluate(() => document.activeElement.id), 'content', 'focus after the skip');
});

test('keyboard: a slash leads to the box, and is a letter within it', async (page, open) => {
  await open('/A/58/568');
  await page.keyboard.press('/');
  equal(await page.evaluate(() => document.activeElement.id), 'q', 'focus after the slash');
  await page.keyboard.type('A/58/568');
  equal(await page.inputValue('#q'), 'A/58/568', 'text of the box');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/search\?q=/);
});

test('keyboard: a filter is ticked, applied, and keeps the focus', async (page, open) => {
  await open('/search?q=training');
  const box = page.getByLabel(/^Economic and Social Council/).first();
  await box.focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.waitForURL(/f=organ/);
  const kept = page.getByLabel(/^Economic and Social Council/).first();
  check(await kept.evaluate((one) => one === document.activeElement), 'the box ticked has the focus');
  await page.reload();
  equal(await focused(page), null, 'focus of a page asked for anew');
});

test('keyboard: what is pressed is large enough', async (page, open) => {
  await open('/search?q=training');
  const small = await page.evaluate(() => {
    const inText = (one) => one.tagName === 'A' && getComputedStyle(one).display === 'inline';
    return [...document.querySelectorAll('a, button, label:has(input[type=checkbox]), summary')]
      .filter((one) => !inText(one) && one.checkVisibility() && !one.classList.contains('skip'))
      .filter((one) => one.getBoundingClientRect().height < 24)
      .map((one) => one.innerText);
  });
  equal(small.join(', '), '', 'lower than 24 pixels');
});
