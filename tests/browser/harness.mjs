// Tests in a browser: a list of them, each in a context of its own, and a closing line that counts.
import { createRequire } from 'node:module';

const require = createRequire(process.env.UNDEX_BROWSER_MODULES + '/');
const { chromium } = require('playwright-core');
export const axe = require('axe-core');

const TEST_MS = 60_000;
const STEP_MS = 15_000;
const tests = [];

/**
 * `body` is given a page, a function that opens a path of the service, and the service. `expected` is
 * what the browser may complain of.
 */
export function test(name, body, context = {}, expected = null) {
  tests.push({ name, body, context, expected });
}

export function check(holds, says) {
  if (!holds) throw new Error(says);
}
export function equal(found, wanted, what) {
  check(found === wanted, `${what}: found ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
}

/**
 * What a reader's browser complains of: scripts, styles and frames refused, faults, lost files. That
 * a page itself is not there is for the test to say.
 */
function watch(page) {
  const complaints = [];
  const pages = new Set();
  const add = (url, says) => complaints.push({ url, says: `${says} (${url})` });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) add(message.location().url, message.text());
  });
  page.on('pageerror', (error) => add(page.url(), error.message));
  page.on('requestfailed', (request) => {
    const { errorText } = request.failure();
    // The test may follow a link before the page behind the last one is there.
    if (errorText !== 'net::ERR_ABORTED') add(request.url(), `not loaded: ${errorText}`);
  });
  page.on('response', (response) => {
    if (response.request().isNavigationRequest() && response.status() >= 400) pages.add(response.url());
  });
  const known = ({ url, says }) =>
    pages.has(url.replace(/#.*/, '')) && says.startsWith('Failed to load resource');
  return () => complaints.filter((one) => !known(one)).map((one) => one.says);
}

function within(milliseconds, work) {
  let timer;
  const late = new Promise((_, refuse) => {
    timer = setTimeout(() => refuse(new Error('out of time')), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

async function runOne(browser, service, { body, context, expected }) {
  const inside = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...context });
  try {
    inside.setDefaultTimeout(STEP_MS);
    const page = await inside.newPage();
    const complaints = watch(page);
    const open = (path) => page.goto(service.address + path, { waitUntil: 'load' });
    await within(TEST_MS, body(page, open, service));
    const unexpected = complaints().filter((one) => !expected?.test(one));
    check(unexpected.length === 0, unexpected.join('\n'));
  } finally {
    await inside.close();
  }
}

/** Runs the tests whose name holds `only`; whether all passed. */
export async function runAll(service, executablePath, only) {
  const args = process.getuid() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath, args });
  let passed = 0;
  let failed = 0;
  for (const one of tests.filter(({ name }) => name.includes(only))) {
    try {
      await runOne(browser, service, one);
      ++passed;
    } catch (fault) {
      ++failed;
      console.log(`FAILED ${one.name}\n    ${fault.message.replaceAll('\n', '\n    ')}`);
    }
  }
  await browser.close();
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0;
}
