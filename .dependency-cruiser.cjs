/** The layers: pure domain < engine < adapters and Nest < apps. */
const pureLibs = '^libs/(contracts|calendar|procedures|geography|numbers|people|simulation)/';

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'domain-is-pure',
      comment: 'Domain libraries know nothing of Nest, the bus, the store, HTTP or Node I/O.',
      severity: 'error',
      from: { path: pureLibs, pathNot: '\\.spec\\.ts$' },
      to: {
        path: '(@nestjs|kafkajs|mongoose|fastify|libsql|msgpackr|prom-client|pino)|^(node:)?(fs|net|http|https|child_process|worker_threads)$',
      },
    },
    {
      name: 'deciders-are-pure',
      comment: 'A decider gets everything as an argument: no Nest, no clock, no adapter.',
      severity: 'error',
      from: { path: '(\\.decider|\\.machine|\\.policy)\\.ts$' },
      to: { path: '(@nestjs|kafkajs|mongoose|fastify|libsql|pino)|^libs/(store|event-bus|clock|platform)/' },
    },
    { name: 'libs-never-import-apps', severity: 'error', from: { path: '^libs/' }, to: { path: '^apps/' } },
    {
      name: 'apps-never-import-each-other',
      comment: 'standalone and services compose them all; replay drives and audits the composed system.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: '^apps/(standalone|services|replay)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'one-folder-knows-sqlite',
      severity: 'error',
      from: { pathNot: '^libs/embedded/src/|^(bench|tests)/|\\.spec\\.ts$' },
      to: { path: 'libsql|msgpackr' },
    },
    {
      name: 'one-folder-knows-kafka',
      comment: 'Another client must be able to replace kafkajs.',
      severity: 'error',
      from: { pathNot: '^libs/kafka/|^(infra|bench|tests)/' },
      to: { path: 'node_modules/kafkajs' },
    },
    {
      name: 'one-folder-knows-mongodb',
      severity: 'error',
      from: { pathNot: '^libs/mongodb/|^(infra|bench|tests)/' },
      to: { path: 'node_modules/(mongoose|mongodb)/' },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        pathNot:
          '\\.(d|spec)\\.ts$|main\\.ts$|\\.worker\\.ts$|^bench/|^tests/support/(engines|browser)/patience',
      },
      to: {},
    },
    {
      name: 'not-to-dev-dep',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['npm-dev'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // The page is a program of its own: of ours it can resolve nothing but the contracts.
    exclude: { path: '^(dist|apps/console-ui)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'default', 'types'],
    },
  },
};
