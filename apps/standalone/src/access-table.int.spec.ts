import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as PlatformModule from '@lienthong/platform';
import { readSettings, ROLES, ruleOf } from '@lienthong/platform';
import { type RouteOptions } from 'fastify';
import { Standalone } from './standalone';

type Platform = typeof PlatformModule;

/** Every route that the server was given, by Nest or beside it. */
const mockRoutes: RouteOptions[] = [];

jest.mock('@lienthong/platform', () => {
  const platform = jest.requireActual<Platform>('@lienthong/platform');
  const createHttpAdapter: Platform['createHttpAdapter'] = () => {
    const adapter = platform.createHttpAdapter();
    adapter.getInstance().addHook('onRoute', (route) => void mockRoutes.push(route));
    return adapter;
  };
  return Object.defineProperty({ ...platform }, 'createHttpAdapter', { value: createHttpAdapter });
});

/** Who may call what, of everything that one process serves. A new route belongs here: decide who it is for. */
const TABLE = `
  GET   /asyncapi.json                                                    open
  GET   /console                                                          open
  GET   /console/*                                                        open
  GET   /docs                                                             open
  GET   /docs/:file                                                       open
  GET   /docs/start.js                                                    open
  GET   /health/live                                                      open
  GET   /health/ready                                                     open
  GET   /metrics                                                          operator service
  GET   /openapi.json                                                     open
  GET   /problems                                                         open
  GET   /problems/:code                                                   open

  POST  /v1/dossiers                                                      integrator operator supervisor service
  GET   /v1/dossiers                                                      integrator operator supervisor service
  POST  /v1/dossiers/batch                                                integrator operator supervisor service
  GET   /v1/dossiers/:dossierNumber                                       integrator operator supervisor service
  GET   /v1/dossiers/:dossierNumber/events                                integrator operator supervisor service
  GET   /v1/dossiers/:dossierNumber/processing-time                       integrator operator supervisor service
  GET   /v1/dossiers/:dossierNumber/timeline                              integrator operator supervisor service
  POST  /v1/dossiers/:dossierNumber/supplements                           integrator operator supervisor service
  POST  /v1/dossiers/:dossierNumber/withdrawal                            integrator operator supervisor service
  POST  /v1/dossiers/:dossierNumber/cancellation                          operator supervisor
  POST  /v1/dossiers/:dossierNumber/corrections                           operator supervisor
  POST  /v1/simulation/advance                                            operator supervisor
  PUT   /v1/simulation/replay                                             operator supervisor
  GET   /v1/simulation/replay                                             operator supervisor service

  GET   /v1/agencies/civil-registry/records/:id                           operator supervisor officer service
  GET   /v1/agencies/civil-registry/work-items                            operator supervisor officer service
  GET   /v1/agencies/civil-registry/work-items/:id                        operator supervisor officer service
  POST  /v1/agencies/civil-registry/work-items/:id/decision               operator supervisor officer service
  GET   /v1/agencies/residency/records/:id                                operator supervisor officer service
  GET   /v1/agencies/residency/work-items                                 operator supervisor officer service
  GET   /v1/agencies/residency/work-items/:id                             operator supervisor officer service
  POST  /v1/agencies/residency/work-items/:id/decision                    operator supervisor officer service
  GET   /v1/agencies/health-insurance/records/:id                         operator supervisor officer service
  GET   /v1/agencies/health-insurance/work-items                          operator supervisor officer service
  GET   /v1/agencies/health-insurance/work-items/:id                      operator supervisor officer service
  POST  /v1/agencies/health-insurance/work-items/:id/decision             operator supervisor officer service
  GET   /v1/agencies/social-benefits/records/:id                          operator supervisor officer service
  GET   /v1/agencies/social-benefits/work-items                           operator supervisor officer service
  GET   /v1/agencies/social-benefits/work-items/:id                       operator supervisor officer service
  POST  /v1/agencies/social-benefits/work-items/:id/decision              operator supervisor officer service
  GET   /v1/agencies/judicial-records/records/:id                         operator supervisor officer service
  GET   /v1/agencies/judicial-records/work-items                          operator supervisor officer service
  POST  /v1/agencies/judicial-records/work-items/:id/decision             operator supervisor officer service

  GET   /v1/operations/sign-in                                            open
  GET   /v1/operations/session                                            operator supervisor auditor officer
  GET   /v1/operations/calendar                                           operator supervisor auditor officer
  GET   /v1/operations/places                                             operator supervisor auditor officer
  GET   /v1/operations/live                                               operator supervisor auditor officer
  GET   /v1/operations/cases/:dossierNumber                               operator supervisor auditor officer
  GET   /v1/operations/operations/:id                                     operator supervisor auditor officer
  POST  /v1/operations/agencies/:agency/work-items/:id/decision           operator supervisor officer
  GET   /v1/operations/overview                                           operator supervisor auditor
  GET   /v1/operations/cases                                              operator supervisor auditor
  GET   /v1/operations/cases.csv                                          operator supervisor auditor
  GET   /v1/operations/incidents                                          operator supervisor auditor
  GET   /v1/operations/incidents/:id                                      operator supervisor auditor
  GET   /v1/operations/batches                                            operator supervisor auditor
  GET   /v1/operations/batches/:id                                        operator supervisor auditor
  GET   /v1/operations/batches/:id/items                                  operator supervisor auditor
  GET   /v1/operations/indicators                                         operator supervisor auditor
  GET   /v1/operations/indicators.csv                                     operator supervisor auditor
  GET   /v1/operations/machines                                           operator supervisor auditor
  GET   /v1/operations/machines/:id                                       operator supervisor auditor
  GET   /v1/operations/system                                             operator supervisor auditor
  POST  /v1/operations/cases/:dossierNumber/actions                       operator supervisor
  POST  /v1/operations/cases/:dossierNumber/dossier                       operator supervisor
  POST  /v1/operations/incidents/:id/discard                              operator supervisor
  POST  /v1/operations/incidents/:id/retry                                operator supervisor
  POST  /v1/operations/batches                                            operator supervisor
  POST  /v1/operations/batches/:id/cancel                                 operator supervisor
  GET   /v1/operations/audit                                              supervisor auditor
  GET   /v1/operations/audit.ndjson                                       supervisor auditor
  GET   /v1/operations/audit/verification                                 supervisor auditor
`;

/** `GET /health/live: open`; nobody where a route has no mark. */
function lineOf(method: string, { url, config }: RouteOptions): string {
  const rule = ruleOf(config);
  const roles = rule === 'open' ? 'open' : ROLES.filter((role) => rule.includes(role)).join(' ');
  return `${method} ${url}: ${roles || 'nobody'}`;
}

const linesOf = (wanted: (method: string) => boolean): readonly string[] =>
  mockRoutes
    .flatMap((route) => [route.method].flat().map((method) => [method, route] as const))
    .filter(([method]) => wanted(method))
    .map(([method, route]) => lineOf(method, route))
    .sort();

describe('who may call what', () => {
  beforeAll(async () => {
    const directory = mkdtempSync(join(tmpdir(), 'lienthong-access-table-'));
    const flags = ['--data-dir', directory, '--clock', 'virtual', '--sample', '0', '--port', '0'];
    const standalone = await Standalone.open(readSettings({ DURABILITY: 'normal' }, flags), (error) => {
      throw error;
    });
    await standalone.serve();
    await standalone.stop();
    rmSync(directory, { recursive: true, force: true });
  }, 30_000);

  it('is as the table says, route by route', () => {
    const rows = TABLE.split('\n').filter((row) => row.trim() !== '');
    const expected = rows.map((row) => {
      const [method, url, ...roles] = row.trim().split(/\s+/);
      return `${method} ${url}: ${roles.join(' ')}`;
    });
    expect(linesOf((method) => method !== 'HEAD')).toEqual(expected.sort());
  });

  it('is for HEAD what it is for GET', () => {
    const asGet = linesOf((method) => method === 'HEAD').map((line) => line.replace('HEAD', 'GET'));
    expect(asGet).toEqual(linesOf((method) => method === 'GET'));
  });
});
