// usage: node run.mjs UNDEX CHROMIUM [NAME]
// UNDEX_BROWSER_MODULES names the folder whose node_modules holds playwright-core and axe-core.
import { runAll } from './harness.mjs';
import { serve } from './service.mjs';
import './reading.mjs';
import './keyboard.mjs';
import './looks.mjs';
import './languages.mjs';
import './records.mjs';
import './accessibility.mjs';
import './embed.mjs';

const [undex, chromium, only = ''] = process.argv.slice(2);
const service = await serve(undex);
let passed = false;
try {
  passed = await runAll(service, chromium, only);
} finally {
  await service.stop();
}
process.exit(passed ? 0 : 1);
