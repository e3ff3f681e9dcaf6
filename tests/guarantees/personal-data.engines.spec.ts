import { BIRTH_PROCEDURES, DEATH_PROCEDURES, type Dossier } from '@lienthong/contracts';
import { pino } from 'pino';
import { IntakeService } from '../../apps/gateway/src/intake/intake.service';
import { DossierPool } from '../support/dossier-pool';
import { EnginesSystem } from '../support/engines-system';
import { Secrets } from './secrets';

const FORTNIGHT_LATER = Date.parse('2026-11-30T17:00:00+07:00');
const DEATHS_AND_BIRTHS = 8;
const LIMIT_MS = 180_000;

/** G8 on Kafka and MongoDB: what brokers, their operators and everybody who reads logs can see names nobody. */
describe('personal data on the engines', () => {
  let system: EnginesSystem;
  let dossiers: readonly Dossier[];
  const secrets = new Secrets();
  const log: string[] = [];

  beforeAll(async () => {
    system = await EnginesSystem.open({}, pino({ level: 'trace' }, { write: (line) => void log.push(line) }));
    const pool = new DossierPool(8, 2_000);
    dossiers = Array.from({ length: DEATHS_AND_BIRTHS }, () => [
      pool.take(BIRTH_PROCEDURES),
      pool.take(DEATH_PROCEDURES),
    ]).flat();
    dossiers.forEach((dossier) => secrets.addAll(dossier));
    const intake = system.get(IntakeService);
    const now = system.clock.now();
    await Promise.all(dossiers.map((dossier, i) => intake.submitPlain(`key ${i}`, dossier, now)));
    await system.advanceTo(FORTNIGHT_LATER);
  }, LIMIT_MS);

  afterAll(() => system.close());

  it(
    'are in values of records only: in no topic, key or header',
    async () => {
      const records = await system.place.records();
      expect(records.length).toBeGreaterThan(dossiers.length * 8);
      expect(records.some(({ topic }) => topic.endsWith('judicial-records.events'))).toBe(true);
      const values = records.map(({ message }) => String(message.value));
      for (const value of values) {
        for (const [, personalId] of value.matchAll(/"personalId":"(\d+)"/g))
          secrets.add('personalId', personalId as string);
      }
      expect(secrets.in(values.join('\n'))).toEqual(expect.arrayContaining(['fullName', 'personalId']));
      const envelopes = records.map(({ topic, message: { key, headers } }) =>
        [topic, key, ...Object.entries(headers ?? {}).flat()].map(String).join('\n'),
      );
      expect(envelopes.join('\n')).toContain('ce_subject');
      expect(secrets.in(envelopes.join('\n'))).toEqual([]);
    },
    LIMIT_MS,
  );

  it('are in no line of the log, the clients of the engines included, and in no metric', async () => {
    const metrics = await system.metrics.metrics();
    expect(metrics).toMatch(/lienthong_cases_finished_total\{[^}]*\} [1-9]/);
    expect(log.join('')).toContain('"namespace"');
    expect({ log: secrets.in(log.join('')), metrics: secrets.in(metrics) }).toEqual({ log: [], metrics: [] });
  });
});
