import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vietnamCalendar } from '@lienthong/calendar';
import {
  type CaseDetail,
  type Dossier,
  type LiveChange,
  type MachineView,
  type PlacesView,
  type SessionView,
  type SystemView,
} from '@lienthong/contracts';
import { loadGeography, readSettings } from '@lienthong/platform';
import { generateDossiers } from '@lienthong/simulation';
import { Standalone } from './standalone';

const START = '2026-11-16T08:00:00+07:00';

/** One Server-Sent Event after the other, without comments. */
async function* events(response: Response): AsyncGenerator<string> {
  let rest = '';
  for await (const text of response.body!.pipeThrough(new TextDecoderStream())) {
    const blocks = (rest + text).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) if (block.startsWith('event:')) yield block;
  }
}

describe('the console in one process', () => {
  let directory: string;
  let standalone: Standalone;
  let url: string;
  let dossiers: Dossier[];

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'lienthong-console-'));
    const flags = [
      '--data-dir',
      directory,
      '--clock',
      'virtual',
      '--start',
      START,
      '--sample',
      '0',
      '--port',
      '0',
    ];
    standalone = await Standalone.open(readSettings({ DURABILITY: 'normal' }, flags), (error) => {
      throw error;
    });
    url = await standalone.serve();
    const generated = generateDossiers({
      seed: 5,
      births: 6,
      deaths: 2,
      from: '2026-11-13',
      to: '2026-11-13',
      geography: loadGeography(),
      calendar: vietnamCalendar,
    });
    dossiers = [...generated].map(({ dossier }) => dossier);
  });
  afterAll(async () => {
    await standalone.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  const get = async <T>(path: string, headers: Record<string, string> = {}): Promise<T> => {
    const response = await fetch(url + path, { headers });
    expect({ path, status: response.status }).toEqual({ path, status: 200 });
    return (await response.json()) as T;
  };

  const submit = async (dossier: Dossier, key: string): Promise<string> => {
    const { submittedAt: _filed, ...body } = dossier;
    const response = await fetch(`${url}/v1/dossiers`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
    });
    const receipt = (await response.json()) as { dossierNumber: string };
    expect({ status: response.status, receipt }).toMatchObject({ status: 202 });
    return receipt.dossierNumber;
  };

  it('knows who calls, what they may do and which time it is', async () => {
    expect(await get('/v1/operations/sign-in')).toEqual({ auth: 'off' });
    const session = await get<SessionView>('/v1/operations/session');
    expect(session.principal).toEqual({ id: 'local', roles: ['operator', 'supervisor', 'auditor'] });
    expect(session.permissions).toEqual(expect.arrayContaining(['read-cases', 'read-audit', 'run-batches']));
    expect(session.clock).toEqual({ kind: 'virtual', now: '2026-11-16T08:00:00.000+07:00', speed: 0 });
    expect(session).toMatchObject({
      agencyMode: 'auto',
      version: expect.stringMatching(/^\d+\.\d+\.\d+/) as string,
    });
  });

  it('sends the places once: after that their tag is enough', async () => {
    const first = await fetch(`${url}/v1/operations/places`);
    const { provinces, communes } = (await first.json()) as PlacesView;
    expect(provinces).toHaveLength(34);
    expect(communes).toHaveLength(3_321);
    expect(communes[0]).toEqual(['00004', 'Phường Ba Đình', '01']);
    const etag = first.headers.get('etag') ?? '';
    const again = await fetch(`${url}/v1/operations/places`, {
      headers: { 'if-none-match': `W/"x", ${etag}` },
    });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    const other = await fetch(`${url}/v1/operations/places`, { headers: { 'if-none-match': '"x"' } });
    expect(other.status).toBe(200);
    await other.body?.cancel();
  });

  it('shows the machines that run the cases', async () => {
    const { items } = await get<{ items: { id: string }[] }>('/v1/operations/machines');
    expect(items).toEqual([
      { id: 'birth@1', version: 1 },
      { id: 'death@1', version: 1 },
    ]);
    const machine = await get<MachineView>('/v1/operations/machines/birth@1');
    expect(machine.states.length).toBeGreaterThan(20);
    expect((await fetch(`${url}/v1/operations/machines/birth@9`)).status).toBe(404);
  });

  it('shows one case with everything but who it is about', async () => {
    const dossier = dossiers.find(({ procedureGroup }) => procedureGroup === 'birth')!;
    const number = await submit(dossier, 'detail');
    await standalone.runtime.embedded.bus.idle();
    const detail = await get<CaseDetail>(`/v1/operations/cases/${number}`, { 'accept-language': 'en' });
    expect(detail.case).toMatchObject({ dossierNumber: number, status: 'in-progress' });
    expect(detail.case.submittedAt).toBe('2026-11-16T08:00:00.000+07:00');
    const machine = await get<MachineView>(`/v1/operations/machines/${detail.saga.machine}`);
    const states = machine.states.map(({ id }) => id);
    expect(states).toEqual(expect.arrayContaining([...detail.saga.active]));
    expect(states).toEqual(expect.arrayContaining(detail.saga.path.map(({ state }) => state)));
    expect(detail.saga.active).toContain('registration.requested');
    expect(detail.owner).toEqual({ kind: 'agency', agency: 'civil-registry' });
    expect(detail.timers).toEqual([
      expect.objectContaining({
        agency: 'civil-registry',
        kind: 'deadline',
        dueAt: expect.stringMatching(/\+07:00$/) as string,
      }),
    ]);
    expect(detail.clocks[0]).toMatchObject({ state: 'running', dueAt: detail.case.appointment });
    expect(detail.messages.map(({ direction }) => direction)).toEqual(['in', 'out']);
    expect(detail.actions).toEqual(['withdraw', 'stop']);
    expect(detail.incidents).toEqual([]);
    const text = JSON.stringify(detail);
    expect(text).toContain(detail.dossier.applicant.fullName);
    expect(text).not.toContain(dossier.applicant.fullName);
    expect(text).not.toContain(dossier.applicant.personalId);
    expect(text).not.toContain('simulation');
    const vietnamese = await get<CaseDetail>(`/v1/operations/cases/${number}`);
    expect(vietnamese.timeline[0]?.summary).toBe('Nộp hồ sơ');
  });

  it('has no case that there is not', async () => {
    const response = await fetch(`${url}/v1/operations/cases/G22.99.08-20261116-9999999`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 'dossier-not-found' });
  });

  it('shows how every service is', async () => {
    const system = await get<SystemView>('/v1/operations/system');
    expect(system).toMatchObject({ bus: 'embedded', store: 'embedded', casesWithoutOwner: 0, incidents: 0 });
    expect(system.services.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['civil-registry', 'gateway', 'orchestrator', 'residency']),
    );
    expect(system.services.find(({ name }) => name === 'orchestrator')).toMatchObject({
      up: true,
      ready: true,
      lag: 0,
      incidents: 0,
      timersLateMs: 0,
    });
  });

  it('tells as it happens which case moved', async () => {
    const leaving = new AbortController();
    const response = await fetch(`${url}/v1/operations/live`, { signal: leaving.signal });
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const number = await submit(dossiers.at(-1)!, 'live');
    for await (const event of events(response)) {
      const change = JSON.parse(event.replace(/^event: changed\ndata: /, '')) as LiveChange;
      expect(change.topics).toContain('cases');
      if (change.dossierNumbers?.includes(number)) break;
    }
    leaving.abort();
  });

  it('serves its page, or says that it is to be built', async () => {
    const page = await fetch(`${url}/console/cases`);
    expect([200, 503]).toContain(page.status);
    const api = await fetch(`${url}/docs`);
    for (const { headers } of [page, api])
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    await Promise.all([page, api].map(async ({ body }) => body?.cancel()));
  });

  it('is described with everything else', async () => {
    const { paths } = await get<{ paths: Record<string, { get?: { tags?: string[] } }> }>('/openapi.json');
    for (const path of [
      'sign-in',
      'session',
      'places',
      'machines',
      'machines/{id}',
      'system',
      'live',
      'cases/{dossierNumber}',
    ])
      expect(paths[`/v1/operations/${path}`]?.get?.tags).toEqual(['Điều hành']);
  });
});
