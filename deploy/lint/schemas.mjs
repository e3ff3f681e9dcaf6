import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { kubernetesSchemas, validators } from './tools.mjs';

/** What the schemas call the file of their shared definitions. */
const DEFINITIONS = '/api/_definitions.json';

/**
 * Gives `validate(manifest)`: a list of faults. Core kinds are held to the strict schemas (no unknown field) of every
 * Kubernetes version named; KEDA's and the Prometheus operator's kinds to required fields and types.
 */
export async function schemaValidator(versions) {
  const schemas = kubernetesSchemas();
  const packages = validators();
  if (schemas.missing ?? packages.missing) return { missing: schemas.missing ?? packages.missing };

  const load = createRequire(join(packages.path, 'index.js'));
  const { default: Ajv } = load('ajv/dist/2020.js');
  const core = versions.map((version) => coreValidator(Ajv, schemas.path, version));
  const custom = await customKinds(load, packages.path);
  const validate = (manifest) => {
    const Kind = custom.get(`${manifest.apiVersion} ${manifest.kind}`);
    return Kind === undefined ? core.flatMap((check) => check(manifest)) : customFaults(Kind, manifest);
  };
  return { validate };
}

function coreValidator(Ajv, folder, version) {
  const read = (name) =>
    JSON.parse(readFileSync(join(folder, `v${version}-local-strict`, `${name}.json`), 'utf8'));
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema(read('_definitions'), DEFINITIONS);
  const compiled = new Map();
  return (manifest) => {
    const { apiVersion, kind } = manifest;
    const group = apiVersion.replace(/\.[^/]*\//, '/').replace('/', '-');
    const name = `${kind}-${group}`.toLowerCase();
    if (!compiled.has(name)) compiled.set(name, ajv.compile(read(name)));
    const check = compiled.get(name);
    if (check(manifest)) return [];
    return check.errors.map(
      ({ instancePath, message, params }) =>
        `${version}: ${kind} ${manifest.metadata?.name}${instancePath} ${message} ${JSON.stringify(params)}`,
    );
  };
}

async function customKinds(load, packages) {
  const keda = load('@kubernetes-models/keda/keda.sh/v1alpha1');
  // Only for `import`, which knows no other starting point than this file: so by its path.
  const operator = join(
    packages,
    '@kubernetes-models',
    'prometheus-operator',
    'monitoring.coreos.com',
    'v1',
    'index.js',
  );
  const v1 = await import(pathToFileURL(operator).href);
  return new Map([
    ['keda.sh/v1alpha1 ScaledObject', keda.ScaledObject],
    ['keda.sh/v1alpha1 TriggerAuthentication', keda.TriggerAuthentication],
    ['monitoring.coreos.com/v1 PodMonitor', v1.PodMonitor],
    ['monitoring.coreos.com/v1 PrometheusRule', v1.PrometheusRule],
  ]);
}

function customFaults(Kind, manifest) {
  try {
    new Kind(manifest).validate();
    return [];
  } catch (error) {
    return [`${manifest.kind} ${manifest.metadata?.name}: ${error.message}`];
  }
}
