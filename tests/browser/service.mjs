// An archive of the bundled corpus and of texts of ours in other scripts, and the service over it.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const INDEX_FAULTS = 4; // of the bundled texts, two contradict themselves

function index(undex, archive) {
  const sources = [path.join(ROOT, 'corpus/documents'), path.join(ROOT, 'tests/browser/texts')];
  try {
    execFileSync(undex, ['index', ...sources, '--archive', archive, '--quiet'], { stdio: 'pipe' });
  } catch (fault) {
    if (fault.status !== INDEX_FAULTS) throw fault;
  }
}

/** Resolves to {address, stop}; `options` of the service come behind its own. The program is the undex-archive beside `undex`. */
export async function serve(undex, options = []) {
  const folder = mkdtempSync(path.join(tmpdir(), 'undex-browser-'));
  const archive = path.join(folder, 'archive');
  index(undex, archive);
  const server = spawn(path.join(path.dirname(undex), 'undex-archive'),
                       ['serve', '--archive', archive, '--listen', '127.0.0.1:0',
                        '--base', 'https://library.example.org', ...options],
                       { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = once(server, 'exit');
  const said = [];
  for await (const line of createInterface({ input: server.stderr })) {
    said.push(line);
    const found = / at (http:\/\/127\.0\.0\.1:\d+)$/.exec(line);
    if (!found) continue;
    const stop = async () => {
      server.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true });
    };
    return { address: found[1], stop };
  }
  throw new Error('the service did not start: ' + said.join('\n'));
}
