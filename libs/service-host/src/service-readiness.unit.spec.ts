import { type EngineHealth, ServiceReadiness } from './service-readiness';

const HEALTHY = {
  answers: true,
  joined: true,
  ageMs: 0,
  firingMs: 0,
  now: Date.parse('2026-12-01T08:00:00+07:00'),
};

function readiness(state: typeof HEALTHY): ServiceReadiness {
  const engines: EngineHealth = {
    storeAnswers: async () => state.answers,
    joined: () => state.joined,
    outboxAgeMs: () => state.ageMs,
    firingMs: () => state.firingMs,
    now: () => state.now,
  };
  return new ServiceReadiness(engines);
}

describe('a service', () => {
  it('is ready while its engines are there', async () => {
    expect(await readiness(HEALTHY).check()).toEqual({
      ok: true,
      checks: { store: 'up', bus: 'up', outbox: 'up', timers: 'up', process: 'up' },
    });
  });

  it.each([
    [{ ...HEALTHY, answers: false }, { store: 'no primary answers' }],
    [{ ...HEALTHY, joined: false }, { bus: 'the consumer group is not joined' }],
    [{ ...HEALTHY, ageMs: 60_000 }, { outbox: 'saved messages do not get out' }],
    [{ ...HEALTHY, firingMs: 300_000 }, { timers: 'timers that are due do not get fired' }],
  ])('is not ready with %j', async (state, checks) => {
    expect(await readiness(state).check()).toMatchObject({ ok: false, checks });
  });

  it('tells that the calendar has ended, and is ready all the same', async () => {
    const now = Date.parse('2051-01-01T00:00:00+07:00');
    expect(await readiness({ ...HEALTHY, now }).check()).toMatchObject({
      ok: true,
      checks: { calendar: 'ended on 2050-12-31: no filings are taken' },
    });
  });

  it('is not ready once it is stopping', async () => {
    const one = readiness(HEALTHY);
    one.markStopping();
    expect(await one.check()).toMatchObject({ ok: false, checks: { process: 'stopping' } });
  });
});
