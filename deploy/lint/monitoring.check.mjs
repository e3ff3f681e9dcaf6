import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { difference, files, matches, root, SERVICES, text, yaml } from './project.mjs';
import { promtool } from './tools.mjs';

const FOLDER = 'deploy/monitoring';
const METRIC = /\b((?:lienthong|process|nodejs)_[a-z0-9_]+)/g;
/** What a histogram or summary adds to its name. */
const PART = /_(bucket|sum|count)$/;

/** Prometheus' configuration, the alerts and the dashboard: their syntax, and that the metrics they ask for exist. */
export function checkMonitoring(report) {
  report.section('monitoring');
  const dashboard = JSON.parse(text(FOLDER, 'dashboard.json'));
  const rules = yaml(FOLDER, 'alerts.yml').groups.flatMap(({ rules }) => rules);
  const panels = dashboard.panels.filter(({ type }) => type !== 'row');
  const queries = panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));

  checkWithPromtool(report, queries);
  const known = knownMetrics();
  report.check(
    'alerts ask for metrics that the code registers',
    unknownMetrics(
      rules.map(({ expr }) => expr),
      known,
    ),
  );
  report.check('the dashboard asks for metrics that the code registers', unknownMetrics(queries, known));
  report.check(
    'every alert says what is wrong and how bad it is',
    rules
      .filter(
        ({ labels, annotations }) => !labels?.severity || !annotations?.summary || !annotations?.description,
      )
      .map(({ alert }) => alert),
  );
  report.check('the dashboard is sound', dashboardFaults(dashboard, panels));
  const [{ dns_sd_configs: found }] = yaml(FOLDER, 'prometheus.yml').scrape_configs;
  report.check(
    'Prometheus scrapes every service',
    difference(
      SERVICES,
      found.flatMap(({ names }) => names),
    ),
  );
}

function checkWithPromtool(report, queries) {
  const { path, missing } = promtool();
  const folder = mkdtempSync(join(tmpdir(), 'lienthong-queries-'));
  try {
    writeFileSync(join(folder, 'queries.json'), JSON.stringify(asRules(queries)));
    const runs = [
      ['prometheus.yml is valid', ['check', 'config', '--syntax-only', 'prometheus.yml']],
      ['alert rules are valid', ['check', 'rules', 'alerts.yml']],
      ['alerts fire when they should and not else', ['test', 'rules', 'alerts.test.yml']],
      ['queries of the dashboard are valid', ['check', 'rules', join(folder, 'queries.json')]],
    ];
    for (const [what, args] of runs) {
      if (missing) {
        report.skip(`${what} (promtool)`, missing);
        continue;
      }
      const { status, stdout, stderr } = spawnSync(path, args, { cwd: join(root, FOLDER), encoding: 'utf8' });
      report.check(`${what} (promtool)`, status === 0 ? [] : `${stdout}${stderr}`.trim().split('\n'));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Queries dressed up as recording rules, Grafana's variables filled in. */
function asRules(queries) {
  const rules = queries.map((expr, index) => ({
    record: `panel:query:${index}`,
    expr: expr.replaceAll('$__rate_interval', '5m').replaceAll('$component', '.*'),
  }));
  return { groups: [{ name: 'dashboard', rules }] };
}

function knownMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const sources = ['apps', 'libs'].flatMap((folder) => files(folder, '.ts'));
  return new Set([
    ...registry.getMetricsAsArray().map(({ name }) => name),
    ...sources
      .filter((path) => !path.endsWith('.spec.ts'))
      .flatMap((path) => matches(text(path), /'(lienthong_[a-z0-9_]+)'/g)),
  ]);
}

function unknownMetrics(expressions, known) {
  const asked = new Set(expressions.flatMap((expr) => matches(expr, METRIC)));
  return [...asked]
    .filter((name) => !known.has(name) && !known.has(name.replace(PART, '')))
    .map((name) => `${name} is registered nowhere`);
}

function dashboardFaults(dashboard, panels) {
  const ids = dashboard.panels.map(({ id }) => id);
  return [
    ...(new Set(ids).size === ids.length ? [] : ['two panels have one id']),
    ...panels.filter(({ description }) => !description).map(({ title }) => `${title}: no description`),
    ...panels
      .filter(({ datasource }) => datasource?.uid !== '${datasource}')
      .map(({ title }) => `${title}: another data source`),
    ...panels.flatMap((one, index) =>
      panels
        .slice(index + 1)
        .filter((other) => overlap(one.gridPos, other.gridPos))
        .map((other) => `${one.title} covers ${other.title}`),
    ),
  ];
}

function overlap(a, b) {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}
