// The same page on small screens, in the dark, on paper, without motion and with colours of one's own.
import { check, equal, test } from './harness.mjs';
import { kinds } from './kinds.mjs';

const style = (page, selector, name) =>
  page.locator(selector).first().evaluate((one, key) => getComputedStyle(one)[key], name);

/** 0 for black to 1 for white, of "rgb(20, 24, 28)". */
const light = (colour) =>
  colour.match(/[\d.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / (3 * 255);

for (const { name, path } of kinds)
  test(`narrow: ${name} is read without moving it sideways`, async (page, open) => {
    await open(path);
    const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    check(wide <= seen, `${wide} pixels wide, ${seen} are seen`);
  }, { viewport: { width: 320, height: 700 } });

test('narrow: the hits come before the filters', async (page, open) => {
  await open('/search?q=training');
  const top = async (selector) => (await page.locator(selector).first().boundingBox()).y;
  check(await top('.hit') < await top('.filters fieldset'), 'hits first');
}, { viewport: { width: 320, height: 700 } });

test('dark: light words on dark ground', async (page, open) => {
  await open('/A/58/568');
  check(light(await style(page, 'body', 'backgroundColor')) < 0.2, 'dark ground');
  check(light(await style(page, 'body', 'color')) > 0.8, 'light words');
}, { colorScheme: 'dark' });

test('print: the full citation and the address, and no menus', async (page, open) => {
  await open('/A/58/568/para/16');
  check(!(await page.locator('.printed').isVisible()), 'for paper only');
  await page.emulateMedia({ media: 'print' });
  for (const gone of ['header', 'footer', '.tabs'])
    check(!(await page.locator(gone).first().isVisible()), `${gone} is not printed`);
  const citation = await page.locator('.printed').innerText();
  for (const part of ['A/58/568', 'para. 16', '12 November 2003',
                      'https://library.example.org/A/58/568/para/16'])
    check(citation.includes(part), `'${part}' is not in: ${citation}`);
});

test('print: hits without boxes and buttons', async (page, open) => {
  await open('/search?q=training');
  await page.emulateMedia({ media: 'print' });
  check(await page.locator('.hit').first().isVisible(), 'hits are printed');
  for (const gone of ['.filters', '.orders', '.actions'])
    check(!(await page.locator(gone).first().isVisible()), `${gone} is not printed`);
}, { colorScheme: 'dark' });

test('motion: nothing moves for who asked for that', async (page, open) => {
  await open('/A/58/568');
  equal(await style(page, 'html', 'scrollBehavior'), 'auto', 'scrolling');
  const moving = await page.evaluate(() => [...document.querySelectorAll('*')].filter((one) => {
    const { animationName, transitionDuration } = getComputedStyle(one);
    return animationName !== 'none' || transitionDuration !== '0s';
  }).length);
  equal(moving, 0, 'elements that move');
}, { reducedMotion: 'reduce' });

test('forced colours: what is chosen and what is found are still told', async (page, open) => {
  await open('/search?q=training&f=organ:general%20assembly');
  const ground = await style(page, '.hit', 'backgroundColor');
  check(await style(page, 'mark', 'backgroundColor') !== ground ||
        await style(page, 'mark', 'textDecorationLine') !== 'none', 'words found stand out');
  check(await style(page, '.box button', 'borderTopStyle') === 'solid', 'a button has an edge');
  check(await style(page, '.chosen li', 'borderTopStyle') === 'solid', 'a chosen filter has an edge');
}, { forcedColors: 'active' });
