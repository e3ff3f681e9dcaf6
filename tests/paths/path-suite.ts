import { isDeepStrictEqual } from 'node:util';
import { type Dossier } from '@lienthong/contracts';
import { IntakeService } from '../../apps/gateway/src/intake/intake.service';
import { MessageRecorder } from '../support/message-recorder';
import { type SystemUnderTest } from '../support/system-under-test';
import { agreementFaults } from './agreement';
import { type CaseFile, readFiles } from './case-file';
import { type Faults, historyFaults, recordFaults, streamFaults, timeFaults } from './faults';
import { issuedNumbers, repeated } from './issued-numbers';
import { Lockstep } from './lockstep';
import { fileDossiers, sharesOf } from './path-shares';
import { type Walk } from './walk';

const SEED = 20261116;
const SAMPLE_EVERY = 10;

export type OpenSystem = (env: Readonly<Record<string, string>>) => Promise<SystemUnderTest>;

/**
 * Simple paths of both statecharts, all unless told otherwise, one dossier a path, all in one system: officers decide at
 * the agencies' own desks, the applicant acts through the gateway, windows end because the clock gets there.
 * @param limitMs for the walk, and for each check after it that uses the system
 * @param everyOfLargest in the largest group only each path of so many in a row is walked
 */
export function pathSuite(
  title: string,
  openSystem: OpenSystem,
  { limitMs, everyOfLargest = 1 }: { readonly limitMs: number; readonly everyOfLargest?: number },
): void {
  const groups = sharesOf(everyOfLargest);

  describe(`simple paths through the real services, on ${title}`, () => {
    const began = performance.now();
    let system: SystemUnderTest;
    let recorder: MessageRecorder;
    let lockstep: Lockstep;
    let walks: ReadonlyMap<string, readonly Walk[]>;
    let files: readonly CaseFile[];
    let numbers: readonly string[];

    const file = async (dossier: Dossier, key: string): Promise<string> => {
      const { dossierNumber } = await system.get(IntakeService).submitPlain(key, dossier, system.clock.now());
      return dossierNumber;
    };

    beforeAll(async () => {
      system = await openSystem({ AGENCY_MODE: 'manual' });
      recorder = new MessageRecorder(system);
      walks = await fileDossiers(groups, SEED, file);
      await system.idle();
      const all = [...walks.values()].flat();
      lockstep = new Lockstep(system);
      await lockstep.run(all);
      numbers = all.map(({ dossierNumber }) => dossierNumber);
      files = await readFiles(system, numbers);
    }, limitMs);

    afterAll(async () => {
      await system.close();
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      console.log(`${numbers.length} paths, ${recorder.sent.length} messages, ${seconds} s`);
    });

    const faultsOfAll = (check: (file: CaseFile) => Faults): Faults => files.flatMap(check).slice(0, 10);

    it.each(groups)(
      'ends cases as the machine says, $title: 1 in $every of $paths',
      ({ title, paths, every }) => {
        const walked = walks.get(title) ?? [];
        expect(walked).toHaveLength(Math.ceil(paths / every));
        expect(walked.filter(({ next }) => next !== undefined).map(({ trail }) => trail)).toEqual([]);
      },
    );

    it('is on every path, after every event, where the machine says, and never without an owner (G3)', () => {
      expect(lockstep.faults.slice(0, 10)).toEqual([]);
      expect(lockstep.withoutOwner).toBe(0);
    });

    it('has results cross the order to stop, after a withdrawal and after a stop', () => {
      expect(lockstep.crossings).toBeGreaterThan(numbers.length * 0.15);
    });

    it(
      'stops at no incident',
      async () => {
        const metrics = await system.metrics.metrics();
        expect(metrics).not.toMatch(/lienthong_messages_total\{.*outcome="parked"\} [1-9]/);
        expect(await system.backlog()).toBe(0);
      },
      limitMs,
    );

    it('leaves one record of every approval, active until revoked (G2, G5)', () => {
      const sent = recorder.byDossier();
      expect(faultsOfAll((one) => recordFaults(one, sent.get(one.dossierNumber) ?? []))).toEqual([]);
      const cancelled = files.filter(({ view }) => view.status === 'cancelled');
      expect(cancelled.length).toBeGreaterThan(20);
      const active = cancelled.flatMap(({ work }) =>
        Object.values(work).filter(({ record }) => record?.active),
      );
      expect(active).toEqual([]);
    });

    it('leaves registry, agencies and case saying the same of every person (G9)', () => {
      expect(faultsOfAll(agreementFaults)).toEqual([]);
      const corrected = files.filter(({ state }) => state.correction !== undefined);
      expect(corrected.length).toBeGreaterThan(20);
      expect(files.some(({ state }) => state.correction?.personalId !== undefined)).toBe(true);
      const told = new Set(files.flatMap(({ timeline }) => timeline.map(({ type }) => type)));
      expect(told).toContain('correction.not-applicable');
    });

    it('gives no number out twice (G2)', () => {
      const issued = issuedNumbers(files);
      expect([...issued.keys()]).toEqual(
        expect.arrayContaining([
          'personal id',
          'birth certificate',
          'death certificate',
          'card',
          'residence number',
        ]),
      );
      expect(Object.fromEntries([...issued].map(([kind, values]) => [kind, repeated(values)]))).toEqual(
        Object.fromEntries([...issued.keys()].map((kind) => [kind, []])),
      );
    });

    it('tells every history once and in order (G4)', () => {
      const sent = recorder.byDossier();
      expect(faultsOfAll((one) => historyFaults(one, sent.get(one.dossierNumber) ?? []))).toEqual([]);
      expect([...recorder.streams()].flatMap(([stream, messages]) => streamFaults(stream, messages))).toEqual(
        [],
      );
    });

    it('accounts for every millisecond (G6)', () => {
      expect(faultsOfAll(timeFaults)).toEqual([]);
      const waited = files.filter(({ time }) => time.total.pausedMs > 0);
      expect(waited.length).toBeGreaterThan(numbers.length * 0.3);
    });

    it(
      'frees what a cancellation gave up, and nothing else (G5)',
      async () => {
        const registry = system.desks['civil-registry'];
        const again = async (status: string): Promise<readonly string[]> => {
          const sample = files.filter(({ view }) => view.status === status).slice(0, 40);
          const refiled = await Promise.all(
            sample.map((one) => file(one.state.dossier, `again ${one.dossierNumber}`)),
          );
          await system.idle();
          for (const number of refiled)
            await registry.decide(number, { type: 'officer.decided', decision: 'approve' });
          await system.idle();
          return (await readFiles(system, refiled)).map(
            ({ view }) => view.procedures[0]?.reason?.code ?? view.status,
          );
        };
        const afterCancellation = await again('cancelled');
        expect(new Set(afterCancellation)).toEqual(new Set(['in-progress']));
        expect(new Set(await again('completed'))).toEqual(new Set(['already-registered']));
      },
      limitMs,
    );

    it(
      'is moved by nothing that comes twice, from the same sender or from one that has forgotten (G7)',
      async () => {
        const dossiers = new Set(numbers.filter((_, i) => i % SAMPLE_EVERY === 0));
        const before = await readFiles(system, [...dossiers]);
        const sent = recorder.sent.filter(
          ({ topic, message }) =>
            dossiers.has(message.subject) && topic !== 'case.events' && topic !== 'dossier.events',
        );
        expect(sent.length).toBeGreaterThan(numbers.length * 0.9);
        const count = recorder.sent.length;

        await system.append(sent);
        await system.idle();
        expect(recorder.sent.slice(count + sent.length)).toEqual([]);
        await system.append(
          sent.map(({ topic, message }) => ({
            topic,
            message: { ...message, stream: `again/${message.stream}` },
          })),
        );
        await system.idle();
        expect(recorder.sent.slice(count + 2 * sent.length)).toEqual([]);
        expect(await readFiles(system, [...dossiers])).toEqual(before);
      },
      limitMs,
    );

    it(
      'survives a restart to the last detail (G1)',
      async () => {
        await system.idle();
        const before = await readFiles(system, numbers);
        await system.reopen();
        const after = await readFiles(system, numbers);
        expect(after.length).toBe(files.length);
        const changed = after.filter((one, i) => !isDeepStrictEqual(one, before[i]));
        expect(changed.map(({ dossierNumber }) => dossierNumber)).toEqual([]);
      },
      limitMs,
    );
  });
}
