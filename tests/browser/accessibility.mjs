// axe-core finds nothing on any kind of page, in light and in dark: WCAG 2.2 A and AA, best practice.
import { axe, check, equal, test } from './harness.mjs';
import { kinds } from './kinds.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function findings(page) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (values) => globalThis.axe.run(document, { runOnly: { type: 'tag', values } }), TAGS);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 120)}`));
}

for (const colorScheme of ['light', 'dark'])
  for (const { name, path, status = 200 } of kinds)
    test(`axe, ${colorScheme}: ${name}`, async (page, open) => {
      equal((await open(path)).status(), status, 'status');
      const found = await findings(page);
      check(found.length === 0, found.slice(0, 8).join('\n'));
    }, { colorScheme });
