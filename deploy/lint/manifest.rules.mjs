import { DRAIN_SECONDS, difference, knownVariables, SERVICES } from './project.mjs';

/** Services that call others over HTTP. */
const CALLING = ['gateway', 'console'];

/** What we ask of the rendered manifests beyond their schemas: a list of faults. */
export function ruleFaults(manifests) {
  const of = (...kinds) => manifests.filter(({ kind }) => kinds.includes(kind));
  const deployments = of('Deployment');
  const workloads = [...deployments, ...of('Job')];
  return [
    ...serviceFaults(deployments, of('Service')),
    ...workloads.flatMap((workload) => podFaults(workload)),
    ...workloads.flatMap((workload) => referenceFaults(workload, manifests)),
    ...variableFaults(workloads, of('ConfigMap')),
    ...scalingFaults(deployments, of('HorizontalPodAutoscaler', 'ScaledObject')),
    ...budgetFaults(deployments, of('PodDisruptionBudget')),
    ...policyFaults(workloads, of('NetworkPolicy')),
  ];
}

function serviceFaults(deployments, services) {
  const component = ({ spec }) => spec.template.metadata.labels['app.kubernetes.io/component'];
  return [
    ...difference(SERVICES, deployments.map(component)),
    ...deployments
      .filter((deployment) => CALLING.includes(component(deployment)))
      .flatMap((deployment) => addressFaults(deployment, services)),
    ...services
      .filter(
        ({ spec }) =>
          deployments.filter(({ spec: { template } }) => selects(spec.selector, template)).length !== 1,
      )
      .map(({ metadata }) => `Service ${metadata.name} does not select one Deployment`),
  ];
}

function addressFaults(deployment, services) {
  const urls = environment(deployment).find(({ name }) => name === 'SERVICE_URLS')?.value ?? '';
  const reached = urls.split(' ').map((pair) => pair.split('='));
  return [
    ...difference(
      SERVICES,
      reached.map(([name]) => name),
    ),
    ...reached
      .filter(
        ([, url]) =>
          !services.some(({ metadata, spec }) => url === `http://${metadata.name}:${spec.ports[0].port}`),
      )
      .map(([name, url]) => `SERVICE_URLS: no Service answers for ${name} at ${url}`),
  ].map((fault) => `${deployment.metadata.name}: ${fault}`);
}

function podFaults({ kind, metadata, spec: { template } }) {
  const { spec: pod } = template;
  const [container] = pod.containers;
  const demands = {
    'no token of the API': pod.automountServiceAccountToken === false,
    'no service links': pod.enableServiceLinks === false,
    'not root': pod.securityContext?.runAsNonRoot === true && pod.securityContext.runAsUser > 0,
    seccomp: pod.securityContext?.seccompProfile?.type === 'RuntimeDefault',
    'read-only file system': container.securityContext?.readOnlyRootFilesystem === true,
    'no privilege escalation': container.securityContext?.allowPrivilegeEscalation === false,
    'no capabilities': container.securityContext?.capabilities?.drop?.includes('ALL'),
    'requests and a memory limit': container.resources?.requests?.cpu && container.resources?.limits?.memory,
    'room for /tmp': container.volumeMounts?.some(({ mountPath }) => mountPath === '/tmp'),
    'a version of the image': /:[\w][\w.-]*$/.test(container.image) && !container.image.endsWith(':latest'),
  };
  if (kind === 'Deployment') {
    const pause = Number(container.lifecycle?.preStop?.exec?.command?.[1] ?? 0);
    demands['time to drain'] = pod.terminationGracePeriodSeconds > pause + DRAIN_SECONDS;
    demands['liveness apart from readiness'] =
      container.livenessProbe?.httpGet.path === '/health/live' &&
      container.readinessProbe?.httpGet.path === '/health/ready';
    demands.spread = pod.topologySpreadConstraints?.length > 0;
  }
  return Object.entries(demands)
    .filter(([, held]) => !held)
    .map(([demand]) => `${kind} ${metadata.name}: ${demand} is missing`);
}

/** A hook runs before the rest of the chart is there, so it may refer to none of it. */
function referenceFaults({ kind, metadata, spec }, manifests) {
  const pod = spec.template.spec;
  const hook = metadata.annotations?.['helm.sh/hook'] !== undefined;
  const wanted = [
    ...pod.containers.flatMap(({ envFrom = [] }) =>
      envFrom.map(({ configMapRef }) => ['ConfigMap', configMapRef.name]),
    ),
    ...(pod.serviceAccountName === undefined ? [] : [['ServiceAccount', pod.serviceAccountName]]),
  ];
  if (hook)
    return wanted.map(([what, name]) => `${kind} ${metadata.name} is a hook and needs ${what} ${name}`);
  return wanted
    .filter(([what, name]) => !manifests.some((other) => other.kind === what && other.metadata.name === name))
    .map(([what, name]) => `${kind} ${metadata.name} needs ${what} ${name}, which is not there`);
}

function variableFaults(workloads, configMaps) {
  const known = knownVariables();
  const named = [
    ...workloads.flatMap((workload) => environment(workload).map(({ name }) => name)),
    ...configMaps
      .filter(({ metadata }) => metadata.name.endsWith('-settings'))
      .flatMap(({ data }) => Object.keys(data)),
  ];
  return [...new Set(named)].filter((name) => !known.has(name)).map((name) => `no service reads ${name}`);
}

/** One scaler a Deployment at most, and then no fixed number of replicas beside it. */
function scalingFaults(deployments, scalers) {
  return deployments.flatMap(({ metadata: { name }, spec }) => {
    const count = scalers.filter((scaler) => scaler.spec.scaleTargetRef.name === name).length;
    const fixed = spec.replicas !== undefined;
    return count + (fixed ? 1 : 0) === 1
      ? []
      : [`${name} has ${count} scalers and ${fixed ? 'a' : 'no'} fixed number`];
  });
}

function budgetFaults(deployments, budgets) {
  return deployments
    .filter(
      ({ spec: { template } }) => !budgets.some(({ spec }) => selects(spec.selector.matchLabels, template)),
    )
    .map(({ metadata }) => `${metadata.name} has no disruption budget`);
}

function policyFaults(workloads, policies) {
  const templates = workloads.map(({ spec }) => spec.template);
  const denying = policies.filter(
    ({ spec }) => !spec.ingress && !spec.egress && spec.policyTypes.length === 2,
  );
  return [
    ...policies
      .filter(({ spec }) => !templates.some((template) => selects(spec.podSelector.matchLabels, template)))
      .map(({ metadata }) => `NetworkPolicy ${metadata.name} is for no pod`),
    ...workloads
      .filter(
        ({ spec }) => !denying.some((policy) => selects(policy.spec.podSelector.matchLabels, spec.template)),
      )
      .map(({ metadata }) => `${metadata.name}: nothing denies by default`),
  ];
}

function environment(workload) {
  return workload?.spec.template.spec.containers.flatMap(({ env = [] }) => env) ?? [];
}

function selects(labels, { metadata }) {
  return Object.entries(labels).every(([key, value]) => metadata.labels[key] === value);
}
