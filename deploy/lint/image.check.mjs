import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { matches, root, SERVICES, text } from './project.mjs';
import { hadolint } from './tools.mjs';

const DOCKERFILE = 'deploy/container/Dockerfile';
const ENTRYPOINT = 'deploy/container/entrypoint.sh';

/** The image: its Dockerfile by linter, its entrypoint by running it with a `node` that only tells its arguments. */
export function checkImage(report) {
  report.section('container image');
  const what = 'Dockerfile keeps the rules of hadolint 2.15';
  const { path, missing } = hadolint();
  if (missing) report.skip(what, missing);
  else
    report.check(
      what,
      linesOf(spawnSync(path, ['--no-color', DOCKERFILE], { cwd: root, encoding: 'utf8' }).stdout),
    );

  const dockerfile = text(DOCKERFILE);
  report.check('copies only what is there and not ignored', copyFaults(dockerfile));
  report.check(
    'ends as a user other than root, by number',
    /^USER [1-9]\d*:[1-9]\d*$/m.test(dockerfile) ? [] : ['no such USER'],
  );
  report.check(
    'every service and the prepare step have a program to run',
    [...SERVICES.map((name) => `apps/${name}/src/main.ts`), 'apps/services/src/prepare.ts'].filter(
      (path) => !existsSync(join(root, path)),
    ),
  );
  checkEntrypoint(report);
}

function copyFaults(dockerfile) {
  const allowed = matches(text('.dockerignore'), /^!(.+)$/gm);
  const sources = matches(dockerfile, /^COPY (?!--from)(.+) \S+$/gm).flatMap((line) => line.split(' '));
  return sources
    .filter((source) => source !== '.')
    .flatMap((source) => {
      if (!existsSync(join(root, source))) return [`${source} does not exist`];
      const included = allowed.some((entry) => entry === source || entry.startsWith(`${source}/`));
      return included ? [] : [`${source} is left out by .dockerignore`];
    });
}

function checkEntrypoint(report) {
  const folder = mkdtempSync(join(tmpdir(), 'lienthong-entrypoint-'));
  try {
    writeFileSync(join(folder, 'node'), '#!/bin/sh\necho "$$ $@ [${SERVICE_API_KEY:-}]"\n', { mode: 0o755 });
    writeFileSync(join(folder, 'key'), 'from-a-file');
    const run = (args, env = {}) => {
      const path = `${folder}:${process.env.PATH}`;
      const options = { cwd: root, encoding: 'utf8', env: { PATH: path, ...env } };
      return spawnSync('sh', [ENTRYPOINT, ...args], options);
    };
    // With `exec` the program has the entrypoint's own process id.
    const said = ({ pid, status, stdout }, expected) =>
      status === 0 && stdout === `${pid} ${expected}\n`
        ? []
        : [`exit ${status}, ran ${JSON.stringify(stdout)}`];
    const refused = ({ status, stderr }, sentence) =>
      status === 2 && stderr.includes(sentence) ? [] : [`exit ${status}: ${stderr.trim()}`];

    report.check(
      'the entrypoint starts the service it is given, with its flags',
      said(run(['orchestrator', '--port', '1']), 'dist/apps/orchestrator/src/main.js --port 1 []'),
    );
    report.check(
      'prepare makes topics and indexes',
      said(run(['prepare']), 'dist/apps/services/src/prepare.js []'),
    );
    report.check(
      'a secret comes from a file',
      said(
        run(['gateway'], { SERVICE_API_KEY_FILE: join(folder, 'key') }),
        'dist/apps/gateway/src/main.js [from-a-file]',
      ),
    );
    report.check(
      'a file that is not there stops it',
      refused(run(['gateway'], { SERVICE_API_KEY_FILE: '/none' }), 'cannot be read'),
    );
    report.check(
      'an unknown service stops it',
      refused(run(['archive']), '"archive" is no service: choose one of gateway'),
    );
    report.check('no service stops it', refused(run([]), '"" is no service'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function linesOf(output) {
  return output.split('\n').filter(Boolean);
}
