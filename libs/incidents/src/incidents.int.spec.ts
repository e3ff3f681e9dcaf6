import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Message } from '@lienthong/contracts';
import { EmbeddedRuntime } from '@lienthong/embedded';
import { type Decider, type Engine } from '@lienthong/engine';
import { configureHttp, createHttpAdapter, Metrics } from '@lienthong/platform';
import { ServiceClient, Upstream } from '@lienthong/remote';
import { everyIncident } from './every-incident';
import { IncidentsModule } from './incidents.module';
import { LocalIncidents } from './local-incidents';
import { RemoteIncidents } from './remote-incidents';

type Input = Message<'add', { readonly n: number }> | { readonly type: 'set-alarm' };
interface Sum {
  readonly total: number;
  readonly alarm?: true;
}

const broken = { on: true };
const AT = Date.parse('2026-11-16T09:00:00+07:00');
const NUMBERS = [1, 2, 3, 4, 5].map((n) => `G22.99.08-20261116-000000${n}`);

function adding(service: string, kind = service): Decider<Sum, Input> {
  return {
    service,
    kind,
    target: ({ subject }) => subject,
    decide(state = { total: 0 }, input) {
      if (input.type === 'set-alarm') return { state: { ...state, alarm: true } };
      if (broken.on) throw new Error(`${kind} cannot add 001085123456`);
      if (input.type === 'timer.fired') return { state: { total: state.total + 100 } };
      return { state: { ...state, total: state.total + input.data.n } };
    },
    timers: ({ alarm }) => (alarm ? [{ name: 'alarm', dueAt: AT - 1 }] : []),
  };
}

/** A service with its own data and its own HTTP. */
class Service {
  readonly folder = mkdtempSync(join(tmpdir(), 'lienthong-incidents-'));
  readonly runtime = new EmbeddedRuntime({ directory: this.folder, now: () => AT, count: () => undefined });
  readonly incidents = new LocalIncidents(this.runtime.engines);
  private app: NestFastifyApplication | undefined;

  engine(decider: Decider<Sum, Input>): Engine<Sum, Input> {
    return this.runtime.engines.for(decider);
  }

  async serve(): Promise<string> {
    const { engines } = this.runtime;
    @Module({ imports: [IncidentsModule.of(engines)], providers: [Metrics] })
    class ServiceModule {}
    this.app = await NestFactory.create<NestFastifyApplication>(ServiceModule, createHttpAdapter(), {
      logger: false,
    });
    configureHttp(this.app);
    await this.app.listen(0, '127.0.0.1');
    return (await this.app.getUrl()).replace('localhost', '127.0.0.1');
  }

  async close(): Promise<void> {
    await this.app?.close();
    await this.runtime.close();
    rmSync(this.folder, { recursive: true });
  }
}

function deliver(engine: Engine<Sum, Input>, number: string, ...values: readonly number[]): Promise<void> {
  const messages = values.map((n) => ({
    stream: `test/${number}`,
    sequence: n,
    type: 'add',
    subject: number,
    time: AT,
    data: { n },
  }));
  return engine.handle({ group: 'g', topic: 'case.events', partition: 0, nextOffset: 0, messages });
}

describe('incidents', () => {
  let residency: Service;
  let own: Service;
  let engine: Engine<Sum, Input>;
  let other: Engine<Sum, Input>;
  let remote: RemoteIncidents;

  beforeEach(async () => {
    broken.on = true;
    residency = new Service();
    own = new Service();
    engine = residency.engine(adding('residency'));
    other = own.engine(adding('console', 'console-test'));
    for (const number of NUMBERS.slice(0, 4)) await deliver(engine, number, 1, 2);
    await deliver(other, NUMBERS[4] ?? '', 7);
    remote = new RemoteIncidents(
      new Map([
        ['residency', new ServiceClient(new Upstream('residency', [await residency.serve()]))],
        ['orchestrator', new ServiceClient(new Upstream('orchestrator', ['http://127.0.0.1:1']))],
      ]),
      { service: 'console', incidents: own.incidents },
    );
  });
  afterEach(() => Promise.all([residency.close(), own.close()]));

  it('shows what waits, with its types and times, and no personal data', async () => {
    const { items } = await residency.incidents.list({ limit: 1 });
    expect(items).toEqual([
      {
        id: expect.stringMatching(/^[\w-]+$/) as string,
        service: 'residency',
        kind: 'residency',
        aggregateId: NUMBERS[0],
        dossierNumber: NUMBERS[0],
        since: '2026-11-16T09:00:00.000+07:00',
        attempts: 1,
        error: 'residency cannot add •••',
        waiting: [1, 2].map((n) => ({
          id: `test/${NUMBERS[0]}/${n}`,
          type: 'add',
          at: '2026-11-16T09:00:00.000+07:00',
        })),
      },
    ]);
  });

  it('pages over all services, counts them all, and names those that do not answer', async () => {
    const seen: (string | undefined)[] = [];
    for (let after: string | undefined, pages = 0; pages < 9; pages++) {
      const page = await remote.list({ limit: 2, ...(after !== undefined && { after }) });
      expect(page).toMatchObject({
        total: 5,
        unavailable: ['orchestrator'],
        byError: [
          { error: 'residency cannot add •••', count: 4 },
          { error: 'console-test cannot add •••', count: 1 },
        ],
      });
      seen.push(...page.items.map(({ dossierNumber }) => dossierNumber));
      after = page.next;
      if (after === undefined) break;
    }
    expect(seen).toEqual([NUMBERS[4], ...NUMBERS.slice(0, 4)]);
  });

  it('selects by service, error and dossier', async () => {
    const total = async (selection: object): Promise<number> =>
      (await remote.list({ ...selection, limit: 0 })).total;
    expect(await total({ service: 'residency' })).toBe(4);
    expect(await total({ error: 'CONSOLE-TEST' })).toBe(1);
    expect(await total({ dossierNumber: NUMBERS[2] })).toBe(1);
    expect(await total({ service: 'residency', dossierNumber: NUMBERS[4] })).toBe(0);
  });

  it('does not pass off a part as everything', async () => {
    const all = async (selection: object): Promise<number> => {
      let count = 0;
      for await (const _incident of everyIncident(remote, selection)) count++;
      return count;
    };
    expect(await all({ service: 'residency' })).toBe(4);
    await expect(all({})).rejects.toMatchObject({ code: 'service-unavailable' });
  });

  it.each(['over HTTP', 'in this process'])('are retried %s until they are gone', async (where) => {
    const incidents = where === 'over HTTP' ? remote : residency.incidents;
    const id = (await residency.incidents.list({ limit: 1 })).items[0]?.id ?? '';
    expect(await incidents.retry(id)).toMatchObject({ result: 'open', incident: { attempts: 2 } });
    broken.on = false;
    expect(await incidents.find(id)).toMatchObject({ attempts: 2 });
    expect(await incidents.retry(id)).toEqual({ result: 'closed' });
    expect(await engine.read(NUMBERS[0] ?? '')).toEqual({ total: 3 });
    expect(await incidents.find(id)).toBeUndefined();
    expect(await incidents.retry(id)).toEqual({ result: 'absent' });
  });

  it('discard the message that was named, and no other', async () => {
    const [incident] = (await remote.list({ limit: 1, service: 'residency' })).items;
    const { id = '', waiting = [] } = incident ?? {};
    expect(await remote.discard(id, waiting[1]?.id)).toMatchObject({ result: 'changed' });
    expect(await remote.discard(id, waiting[0]?.id)).toMatchObject({
      result: 'open',
      incident: { waiting: [{ id: waiting[1]?.id }] },
    });
    expect(await remote.discard(id, waiting[0]?.id)).toMatchObject({ result: 'changed' });
    broken.on = false;
    expect(await remote.retry(id)).toEqual({ result: 'closed' });
    expect(await engine.read(NUMBERS[0] ?? '')).toEqual({ total: 2 });
  });

  it('fire a timer again at once when it is retried', async () => {
    const number = NUMBERS[4] ?? '';
    await engine.execute(number, { type: 'set-alarm' });
    await engine.fire([number]);
    const [incident] = (await remote.list({ limit: 1, dossierNumber: number, service: 'residency' })).items;
    expect(incident).toMatchObject({ waiting: [] });
    expect(await remote.retry(incident?.id ?? '')).toMatchObject({ result: 'open' });
    broken.on = false;
    expect(await remote.retry(incident?.id ?? '')).toEqual({ result: 'closed' });
    expect(await engine.read(number)).toEqual({ total: 100 });
  });

  it('of a service that is away are found by nobody, and that is said', async () => {
    const id = Buffer.from(`orchestrator/orchestrator/${NUMBERS[0]}`).toString('base64url');
    await expect(remote.find(id)).rejects.toMatchObject({ code: 'service-unavailable' });
    expect(await remote.find('nonsense')).toBeUndefined();
  });
});
