import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AgencyReport, BIRTH_PROCEDURES, DEATH_PROCEDURES, type Dossier } from '@lienthong/contracts';
import { IntakeService } from '../../apps/gateway/src/intake/intake.service';
import { DossierPool } from '../support/dossier-pool';
import { MessageRecorder } from '../support/message-recorder';
import { StandaloneProcess } from '../support/standalone-process';
import { MONDAY, TestSystem } from '../support/test-system';
import { Secrets } from './secrets';
import { spoilt, Talk } from './talk';

const FORTNIGHT_LATER = '2026-11-30T17:00:00+07:00';
const DEATHS_AND_BIRTHS = 15;

/** G8: personal data stay in payloads and stores: they are in no log, metric, header, error, message id or topic key. */
describe('personal data', () => {
  let dossiers: readonly Dossier[];
  let secrets: Secrets;

  beforeEach(() => {
    const pool = new DossierPool(8, 2_000);
    dossiers = Array.from({ length: DEATHS_AND_BIRTHS }, () => [
      pool.take(BIRTH_PROCEDURES),
      withAccount(pool.take(DEATH_PROCEDURES)),
    ]).flat();
    secrets = new Secrets();
    dossiers.forEach((dossier) => secrets.addAll(dossier));
  });

  it('are recognised by this test where they do occur', () => {
    for (const count of Object.values(secrets.counts)) expect(count).toBeGreaterThan(5);
    const [first] = dossiers as [Dossier];
    const line = `refused ${first.applicant.fullName} (${first.applicant.personalId})`;
    expect(secrets.in(line)).toEqual(expect.arrayContaining(['fullName', 'personalId']));
    expect(secrets.in('refused somebody')).toEqual([]);
    expect(secrets.in(`/people/${encodeURIComponent(first.applicant.fullName)}`)).toEqual(['fullName']);
  });

  it('leave the process neither by its log nor by metrics, headers or errors', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'lienthong-g8-'));
    const flags = ['--clock', 'virtual', '--start', MONDAY, '--sample', '0'];
    const running = StandaloneProcess.start(directory, flags, { LOG_LEVEL: 'trace', DURABILITY: 'normal' });
    try {
      const talk = new Talk((await running.ready()).url);
      await liveThrough(talk);
      const metrics = (await talk.get('/metrics')).text;
      await running.send('SIGTERM');

      expect(running.stderr).toContain('"level":30');
      expect(talk.problems.length).toBeGreaterThan(100);
      expect(metrics).toMatch(/lienthong_cases_finished_total\{[^}]*\} [1-9]/);
      expect({
        log: secrets.in(running.stderr),
        output: secrets.in(running.stdout),
        metrics: secrets.in(metrics),
        headers: secrets.in(talk.heads.join('\n')),
        problems: secrets.in(talk.problems.join('\n')),
      }).toEqual({ log: [], output: [], metrics: [], headers: [], problems: [] });
    } finally {
      if (running.running) await running.send('SIGKILL');
      rmSync(directory, { recursive: true, force: true });
    }
  }, 60_000);

  it('are in no topic key, message id, type or trace context', async () => {
    const system = await TestSystem.open();
    try {
      const recorder = new MessageRecorder(system);
      const intake = system.get(IntakeService);
      const now = system.runtime.clock.now();
      await Promise.all(dossiers.map((dossier, i) => intake.submitPlain(`key ${i}`, dossier, now)));
      await system.runtime.time.advanceTo(Date.parse(FORTNIGHT_LATER));
      const envelopes = recorder.sent.map(({ topic, message: { data, ...envelope } }) => {
        const { result } = data as Partial<AgencyReport>;
        if (result?.personalId !== undefined) secrets.add('personalId', result.personalId);
        return JSON.stringify({ topic, ...envelope });
      });
      expect(recorder.sent.some(({ topic }) => topic === 'judicial-records.events')).toBe(true);
      expect(envelopes.length).toBeGreaterThan(dossiers.length * 8);
      expect(secrets.in(envelopes.join('\n'))).toEqual([]);
    } finally {
      await system.close();
    }
  }, 60_000);

  /** Everything that can be asked of the system, well and badly, with personal data in every request. */
  async function liveThrough(talk: Talk): Promise<void> {
    const numbers: string[] = [];
    for (const [i, dossier] of dossiers.entries()) {
      const { status, json } = await talk.file(dossier, `key ${i}`);
      expect(status).toBe(202);
      numbers.push(String(json['dossierNumber']));
      for (const [j, body] of spoilt(dossier).entries()) {
        const { status: refused } = await talk.file(body, `spoilt ${i}.${j}`);
        expect(refused).toBeGreaterThanOrEqual(400);
        expect(refused).toBeLessThan(500);
      }
      await talk.file({ ...dossier, channel: 'postal' }, `key ${i}`);
    }
    const [supplemented, withdrawn] = numbers;
    const { fullName, personalId } = (dossiers[0] as Dossier).applicant;
    await talk.post(`/v1/dossiers/${supplemented}/supplements`, {
      agency: 'residency',
      data: { applicant: { fullName } },
    });
    await talk.post(`/v1/dossiers/${withdrawn}/withdrawal`, { reason: `${fullName} ${personalId}` });
    await talk.post('/v1/simulation/advance', { to: FORTNIGHT_LATER });
    for (const [i, number] of numbers.entries()) {
      const field = dossiers[i]?.procedureGroup === 'birth' ? 'child.fullName' : 'deceased.fullName';
      await talk.post(`/v1/dossiers/${number}/corrections`, {
        data: { [field]: fullName },
        note: personalId,
      });
      if (i % 3 === 0)
        await talk.post(`/v1/dossiers/${number}/cancellation`, { reason: `${fullName} ${personalId}` });
      const record = (await talk.get(`/v1/agencies/civil-registry/records/${number}`)).json;
      JSON.stringify(record, (key, value: unknown) => {
        if (key === 'personalId') secrets.add('personalId', String(value));
        return value;
      });
      for (const part of ['', '/timeline', '/processing-time'])
        await talk.get(`/v1/dossiers/${number}${part}`);
    }
    await talk.post(`/v1/dossiers/${supplemented}/corrections`, {
      data: { passport: `${fullName} ${personalId}` },
    });
    await talk.post(`/v1/agencies/civil-registry/work-items/${supplemented}/decision`, {
      decision: 'refuse',
      reason: fullName,
    });
    await talk.post('/v1/dossiers', '{}', { 'x-forwarded-for': personalId });
    await askEverywhere(talk, [fullName, personalId]);
  }
});

/** Asks every route of the document with each of these in the place of all its parameters. */
async function askEverywhere(talk: Talk, markers: readonly string[]): Promise<void> {
  const { paths } = (await talk.get('/openapi.json')).json as {
    readonly paths: Readonly<
      Record<string, Readonly<Record<string, { readonly parameters?: readonly Parameter[] }>>>
    >;
  };
  let asked = 0;
  for (const [path, operations] of Object.entries(paths)) {
    for (const [method, { parameters = [] }] of Object.entries(operations)) {
      const queries = parameters.filter((parameter) => parameter.in === 'query');
      // A stream that is asked for rightly has no end.
      if ((method !== 'get' && method !== 'post') || (!path.includes('{') && queries.length === 0)) continue;
      for (const marker of markers.map(encodeURIComponent)) {
        const query = queries.map(({ name }) => `${name}=${marker}`).join('&');
        const url = `${path.replace(/\{[^}]+\}/g, marker)}?${query}`;
        const { status } = method === 'get' ? await talk.get(url) : await talk.post(url, {});
        expect(status).toBeLessThan(500);
        asked++;
      }
    }
  }
  expect(asked).toBeGreaterThan(40);
}

interface Parameter {
  readonly name: string;
  readonly in: string;
}

/** Generated payees may be paid in cash. */
function withAccount(dossier: Dossier): Dossier {
  if (dossier.procedureGroup !== 'death' || !dossier.benefits) return dossier;
  const account = `0011${dossier.deceased.personalId}`;
  const payment = { method: 'bank', account, bank: 'VCB' };
  return { ...dossier, benefits: { ...dossier.benefits, payment } };
}
