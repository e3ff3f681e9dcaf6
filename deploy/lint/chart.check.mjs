import { spawnSync } from 'node:child_process';
import { basename, join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { ruleFaults } from './manifest.rules.mjs';
import { files, root, text } from './project.mjs';
import { schemaValidator } from './schemas.mjs';
import { helm } from './tools.mjs';

const CHART = 'deploy/helm/lienthong';
const KUBERNETES = ['1.29.0', '1.37.0'];
const RELEASE = 'sample';

/** The chart: helm's own linter, then every values file of ci/ rendered and looked at, then those of refused/ refused. */
export async function checkChart(report) {
  report.section('Helm chart');
  const { path, missing } = helm();
  if (missing) return report.skip('helm lint, rendering, schemas, rules, refused values', missing);
  const run = (...args) => {
    const { status, stdout, stderr } = spawnSync(path, args, {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });
    return { status, stdout, stderr: stderr.replace(/^walk\.go.*\n/gm, '') };
  };
  const { validate, missing: noSchemas } = await schemaValidator(KUBERNETES);

  const samples = [undefined, ...files(`${CHART}/ci`, '.yaml')];
  for (const values of samples) {
    const named = values === undefined ? 'default values' : basename(values);
    const flags = values === undefined ? [] : ['--values', values];
    const lint = run('lint', '--strict', '--quiet', '--kube-version', KUBERNETES[0], CHART, ...flags);
    report.check(`${named}: helm lint`, lint.status === 0 ? [] : lines(lint.stdout + lint.stderr));
    const rendered = run(
      'template',
      RELEASE,
      CHART,
      '--namespace',
      'sample',
      '--kube-version',
      KUBERNETES[0],
      ...flags,
    );
    if (rendered.status !== 0) {
      report.check(`${named}: renders`, lines(rendered.stderr));
      continue;
    }
    const documents = parseAllDocuments(rendered.stdout, { merge: true });
    const manifests = documents.map((document) => document.toJS()).filter(Boolean);
    report.check(`${named}: ${manifests.length} manifests keep our rules`, ruleFaults(manifests));
    const what = `${named}: manifests fit the schemas of Kubernetes ${KUBERNETES.join(' and ')}, KEDA, the Prometheus operator`;
    if (noSchemas) report.skip(what, noSchemas);
    else report.check(what, manifests.flatMap(validate));
    if (named.startsWith('monitoring'))
      report.check('carries the one dashboard and the alerts', carried(manifests));
  }
  for (const values of files(`${CHART}/refused`, '.yaml')) {
    const reason = /^# refused: (.+)$/m.exec(text(values))?.[1];
    const { status, stderr } = run(
      'template',
      RELEASE,
      CHART,
      '--kube-version',
      KUBERNETES[0],
      '--values',
      values,
    );
    const refused = status !== 0 && reason !== undefined && stderr.includes(reason);
    report.check(
      `refuses ${basename(values, '.yaml')}`,
      refused ? [] : [`expected "${reason}"`, ...lines(stderr)],
    );
  }
}

function carried(manifests) {
  const dashboard = manifests.find(({ metadata }) => metadata.name.endsWith('-dashboard'));
  const rule = manifests.find(({ kind }) => kind === 'PrometheusRule');
  const alerts = parse(text('deploy/monitoring/alerts.yml'));
  return [
    ...(dashboard?.data['lienthong.json'] === text(join('deploy/monitoring/dashboard.json'))
      ? []
      : ['the dashboard is another']),
    ...(JSON.stringify(rule?.spec) === JSON.stringify(alerts) ? [] : ['the alerts are others']),
  ];
}

function lines(output) {
  return output.split('\n').filter((line) => line.trim() !== '');
}
