import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { difference, DRAIN_SECONDS, knownVariables, root, SERVICES, yaml } from './project.mjs';
import { composeSpec } from './tools.mjs';

/** Variables that only the entrypoint knows. */
const FILE_SUFFIX = /_FILE$/;

/** docker-compose.yml: the specification, and what we ask of it beyond that. */
export function checkCompose(report) {
  report.section('docker-compose.yml');
  checkSpecification(report);
  const { services, secrets, volumes } = yaml('docker-compose.yml');
  const all = Object.entries(services);
  const ours = all.filter(([, { image }]) => image.startsWith('lienthong'));

  report.check(
    'runs every service and the prepare step',
    difference(
      [...SERVICES, 'prepare'],
      ours.map(([name]) => name),
    ),
  );
  report.check(
    'each of our containers runs what it is named',
    ours
      .filter(([name, { command }]) => command?.[0] !== name)
      .map(([name]) => `${name} runs something else`),
  );
  report.check(
    'publishes ports on 127.0.0.1 only',
    all.flatMap(([name, { ports = [] }]) =>
      ports.filter((port) => !port.startsWith('127.0.0.1:')).map((port) => `${name}: ${port}`),
    ),
  );
  report.check(
    'our containers are confined',
    ours.filter(([, service]) => !isConfined(service)).map(([name]) => `${name} is not`),
  );
  report.check(
    `our services have more than ${DRAIN_SECONDS} s to stop`,
    ours
      .filter(
        ([name, { stop_grace_period: grace }]) => name !== 'prepare' && !(parseInt(grace) > DRAIN_SECONDS),
      )
      .map(([name]) => `${name} has not`),
  );
  report.check('sets only variables that the services read', unknownVariables(ours));
  report.check(
    'names a version of every image',
    all.filter(([, { image }]) => !/:[\w.]+$/.test(image) || image.endsWith(':latest')).map(([name]) => name),
  );
  report.check(
    'the engines alone need neither secrets nor other services',
    ['kafka', 'mongodb'].filter((name) => services[name].secrets || services[name].depends_on),
  );
  report.check('mounts what is there', mountFaults(all, volumes));
  report.check(
    'every secret is one that make-secrets.mjs makes',
    Object.entries(secrets)
      .filter(([, { file }]) => !file.startsWith('./deploy/compose/secrets/'))
      .map(([name]) => name),
  );
}

function checkSpecification(report) {
  const what = 'follows the Compose specification, all references resolved (compose-go 2.16)';
  const { path, missing } = composeSpec();
  if (missing) return report.skip(what, missing);
  const { status, stderr } = spawnSync(path, ['docker-compose.yml'], { cwd: root, encoding: 'utf8' });
  report.check(what, status === 0 ? [] : [stderr.trim()]);
}

function isConfined(service) {
  return (
    service.read_only === true &&
    service.init === true &&
    service.cap_drop?.includes('ALL') &&
    service.security_opt?.includes('no-new-privileges:true')
  );
}

function unknownVariables(ours) {
  const known = knownVariables();
  return ours.flatMap(([name, { environment }]) =>
    Object.keys(environment)
      .filter((variable) => !known.has(variable) && !known.has(variable.replace(FILE_SUFFIX, '')))
      .map((variable) => `${name}: ${variable}`),
  );
}

function mountFaults(all, volumes) {
  return all.flatMap(([name, service]) =>
    (service.volumes ?? [])
      .map((volume) => volume.split(':')[0])
      .filter((source) => (source.startsWith('.') ? !existsSync(join(root, source)) : !(source in volumes)))
      .map((source) => `${name}: ${source}`),
  );
}
