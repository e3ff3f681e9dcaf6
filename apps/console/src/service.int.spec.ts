import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Clock } from '@lienthong/clock';
import {
  type CaseDetail,
  type CaseInspection,
  type ServiceStatus,
  type SystemView,
} from '@lienthong/contracts';
import { EmbeddedRuntime } from '@lienthong/embedded';
import { EngineRegistry, Engines } from '@lienthong/engine';
import { EventBus } from '@lienthong/event-bus';
import { Metrics, readSettings, Settings } from '@lienthong/platform';
import { StatusReader } from '@lienthong/service-host';
import { startTestingApp, TestClock, type TestingApp } from '../test-support/testing-app';
import { consoleService } from './service';

const NUMBER = 'G22.99.08-20261116-0000001';
const FILED = Date.parse('2026-11-16T08:00:00+07:00');

const status = (service: string, change: Partial<ServiceStatus> = {}): ServiceStatus => ({
  service,
  ready: true,
  checks: { store: 'up' },
  lag: 0,
  outboxAgeMs: 0,
  timersLateMs: 0,
  incidents: 0,
  ...change,
});

const INSPECTION: CaseInspection = {
  case: {
    dossierNumber: NUMBER,
    procedureGroup: 'death',
    status: 'in-progress',
    nationalStatus: { code: 4, label: 'Đang xử lý' },
    linkedStatus: { code: 7, label: 'Đã gửi' },
    policy: 'nd63',
    submittedAt: FILED,
    appointment: FILED + 1,
    overdue: false,
    procedures: [],
    allowedActions: ['supplement', 'withdraw'],
    promises: [],
    supplements: [],
  },
  paused: false,
  timeline: [
    { index: 1, at: FILED, type: 'dossier.submitted', summary: 'Nộp hồ sơ', data: { dueAt: FILED } },
  ],
  processingTime: {
    total: {
      calendarMs: 1,
      workingMs: 1,
      netWorkingMs: 1,
      applicantWorkingMs: 0,
      limitWorkingDays: 2,
      pausedMs: 0,
    },
    segments: [],
  },
  saga: { machine: 'death@1', version: 1, value: 'registration', active: [], path: [] },
  timers: [],
  owner: { kind: 'agency', agency: 'civil-registry' },
  clocks: [],
  messages: [{ id: 'entry/1', type: 'x', direction: 'in', at: FILED }],
  dossier: {
    procedureGroup: 'death',
    applicant: { fullName: 'Trần Thị Bình' },
  } as unknown as CaseInspection['dossier'],
  stoppable: true,
};

/** Another service's HTTP, as far as it matters here. */
class OtherService {
  readonly asked: string[] = [];
  readonly answers = new Map<string, unknown>();
  private server: Server | undefined;

  async start(): Promise<string> {
    const server = createServer((request, response) => {
      this.asked.push(`${request.url} ${request.headers.authorization}`);
      const answer = this.answers.get((request.url ?? '').split('?')[0] ?? '');
      response
        .writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' })
        .end(JSON.stringify(answer ?? { code: 'not-found' }));
    });
    this.server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }
}

describe('the console in a process of its own', () => {
  let directory: string;
  let embedded: EmbeddedRuntime;
  let testing: TestingApp;
  const orchestrator = new OtherService();

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'lienthong-console-service-'));
    const clock = new TestClock();
    embedded = new EmbeddedRuntime({
      directory,
      durability: 'normal',
      now: () => clock.now(),
      count: () => undefined,
    });
    const url = await orchestrator.start();
    orchestrator.answers.set('/internal/v1/status', status('orchestrator', { lag: 5, casesWithoutOwner: 1 }));
    orchestrator.answers.set('/internal/v1/incidents', { items: [], total: 0, byError: [], unavailable: [] });
    orchestrator.answers.set('/internal/v1/case-histories', []);
    orchestrator.answers.set(`/internal/v1/cases/${NUMBER}/inspection`, INSPECTION);
    orchestrator.answers.set('/internal/v1/cases/without-owner', [NUMBER]);
    const agencies = [
      'civil-registry',
      'residency',
      'health-insurance',
      'social-benefits',
      'judicial-records',
    ];
    const silent = [...agencies, 'gateway'].map((name) => `${name}=http://127.0.0.1:1`);
    const settings = readSettings(
      { SERVICE_URLS: [`orchestrator=${url}`, ...silent].join(' '), SERVICE_API_KEY: 'key-of-the-console' },
      [],
    );
    const own = new StatusReader({
      service: 'console',
      clock,
      metrics: new Metrics(),
      readiness: { check: async () => ({ ok: true, checks: { store: 'up' } }) },
      lag: { of: () => 2, worst: () => 2 },
      outboxAgeMs: () => 0,
      nextTimer: async () => undefined,
      openIncidents: () => embedded.engines.openIncidents(),
    });
    testing = await startTestingApp({
      imports: consoleService.modules,
      globals: [
        { provide: Settings, useValue: settings },
        { provide: Clock, useValue: clock },
        { provide: Engines, useValue: embedded.engines },
        { provide: EngineRegistry, useValue: embedded.engines },
        { provide: EventBus, useValue: embedded.bus },
        { provide: StatusReader, useValue: own },
      ],
      ...(consoleService.configure && { configure: consoleService.configure }),
    });
  });
  afterAll(async () => {
    await testing.app.close();
    await embedded.close();
    await orchestrator.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  const get = async <T>(path: string): Promise<T> => {
    const response = await fetch(testing.url + path);
    expect({ path, status: response.status }).toEqual({ path, status: 200 });
    return (await response.json()) as T;
  };

  it('asks the orchestrator what a case is, in the caller’s language, with its own key', async () => {
    const detail = await get<CaseDetail>(`/v1/operations/cases/${NUMBER}`);
    expect(orchestrator.asked).toContain(
      `/internal/v1/cases/${NUMBER}/inspection?language=vi Bearer key-of-the-console`,
    );
    expect(detail).toMatchObject({
      case: { dossierNumber: NUMBER, submittedAt: '2026-11-16T08:00:00.000+07:00' },
      timeline: [{ at: '2026-11-16T08:00:00.000+07:00', data: { dueAt: '2026-11-16T08:00:00.000+07:00' } }],
      messages: [{ at: '2026-11-16T08:00:00.000+07:00' }],
      owner: { kind: 'agency', agency: 'civil-registry' },
      dossier: { applicant: { fullName: 'T••• T•• B•••' } },
      actions: ['withdraw', 'stop'],
    });
    expect(detail).not.toHaveProperty('stoppable');
    expect((await fetch(`${testing.url}/v1/operations/cases/G1`)).status).toBe(404);
  });

  it('shows which services answer, itself among them', async () => {
    const system = await get<SystemView>('/v1/operations/system');
    const services = new Map(system.services.map((service) => [service.name, service]));
    expect(services.get('orchestrator')).toMatchObject({ up: true, ready: true, lag: 5 });
    expect(services.get('console')).toMatchObject({ up: true, ready: true, lag: 2 });
    expect(services.get('gateway')).toMatchObject({ up: false, ready: false, detail: 'no answer' });
    expect(services.size).toBe(8);
    expect(system.casesWithoutOwner).toBe(1);
  });

  it('asks the orchestrator which cases nobody moves on', async () => {
    expect(await get('/v1/operations/cases?withoutOwner=true')).toMatchObject({ items: [], total: 0 });
    expect(orchestrator.asked).toContain('/internal/v1/cases/without-owner Bearer key-of-the-console');
  });

  it('has a document of its own, which the gateway puts beside the others', async () => {
    const { paths } = await get<{ paths: Record<string, unknown> }>('/openapi.json');
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining(['/v1/operations/session', '/v1/operations/cases', '/v1/operations/live']),
    );
    expect(Object.keys(paths).filter((path) => path.startsWith('/internal'))).toEqual([]);
  });
});
