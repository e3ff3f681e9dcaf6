import { vietnamCalendar } from '@lienthong/calendar';
import {
  type ApplicantMove,
  type Decision,
  type Dossier,
  type LinkedAgencyId,
  type Segment,
} from '@lienthong/contracts';
import fc from 'fast-check';
import { decider, HOUR, MONDAY } from '../../test-support/case-player';
import { birthDossier, deathDossier } from '../../test-support/dossiers';
import { SmallWorld, type Chance, type Script } from '../../test-support/small-world';
import { caseView } from '../view/case-view';
import { processingTime } from '../view/processing-time';
import { casePauses } from '../view/spans';
import { type CaseInput } from './case.decider';
import { type CaseState } from './case-state';

const GROUPS: readonly (readonly [Dossier, readonly LinkedAgencyId[]])[] = [
  [birthDossier(), ['civil-registry', 'residency', 'health-insurance']],
  [deathDossier(), ['civil-registry', 'residency', 'social-benefits']],
];

const decisions = fc.array(
  fc.constantFrom<Decision>('approve', 'approve', 'request-supplement', 'verify', 'refuse'),
  {
    maxLength: 4,
  },
);

function scripts(moves: fc.Arbitrary<ApplicantMove>): fc.Arbitrary<readonly [Dossier, Script]> {
  const part = fc.record({ decisions, moves: fc.array(moves, { maxLength: 3 }) });
  return fc.tuple(fc.constantFrom(...GROUPS), part, part, part).map(([[dossier, agencies], ...parts]) => [
    dossier,
    {
      decisions: Object.fromEntries(parts.map((drawn, i) => [agencies[i]!, drawn.decisions])),
      moves: Object.fromEntries(parts.map((drawn, i) => [agencies[i]!, drawn.moves])),
    },
  ]);
}

/** Everything left to chance: which stream moves, after how long (up to two days), and what comes twice. */
const chances = fc
  .tuple(fc.infiniteStream(fc.nat(1000)), fc.infiniteStream(fc.nat(48)), fc.infiniteStream(fc.boolean()))
  .map(([picks, delays, agains]): Chance => ({
    pick: (n) => nextOf(picks) % n,
    delay: () => nextOf(delays) * HOUR + 1,
    again: () => nextOf(agains),
  }));

function nextOf<Value>(stream: Iterator<Value, unknown>): Value {
  const { value, done } = stream.next();
  if (done) throw new Error('a stream of chance does not end');
  return value;
}

const IN_ORDER: Chance = { pick: () => 0, delay: () => HOUR, again: () => false };

const answering = fc.constantFrom<ApplicantMove>('provide', 'provide', 'ignore');
const anyMove = fc.constantFrom<ApplicantMove>('provide', 'provide', 'ignore', 'withdraw');

function endOf(state: CaseState): unknown {
  const { status, procedures } = caseView(state, MONDAY, 'en');
  return { status, procedures: procedures.map(({ procedure, status: end }) => [procedure, end]) };
}

describe('a case, whatever chance does', () => {
  it('ends the same however agencies interleave, messages repeat and time passes (G7)', () => {
    fc.assert(
      fc.property(scripts(answering), chances, ([dossier, script], chance) => {
        const wanted = new SmallWorld(dossier, script, IN_ORDER).player.case;
        expect(endOf(new SmallWorld(dossier, script, chance).player.case)).toEqual(endOf(wanted));
      }),
      { numRuns: 400 },
    );
  });

  it('accounts for every millisecond of every procedure (G6)', () => {
    fc.assert(
      fc.property(scripts(anyMove), chances, ([dossier, script], chance) => {
        const { case: state } = new SmallWorld(dossier, script, chance).player;
        const { segments, total } = processingTime(state, 0, vietnamCalendar);
        for (const { procedure, startedAt, finishedAt } of caseView(state, 0, 'vi').procedures) {
          const own = segments.filter((segment) => segment.procedure === procedure);
          expect([own[0]?.from, own.at(-1)?.to]).toEqual([startedAt, finishedAt]);
          expect(own.slice(1).map(({ from }) => from)).toEqual(own.slice(0, -1).map(({ to }) => to));
          expect(own.every(({ from, to, calendarMs }) => calendarMs === to - from && calendarMs > 0)).toBe(
            true,
          );
          const sum = own.reduce((ms, { calendarMs }) => ms + calendarMs, 0);
          expect(sum).toBe((finishedAt ?? 0) - (startedAt ?? 0));
        }
        const pauses = casePauses(state, state.finishedAt ?? 0).reduce(
          (ms, { from, to }) => ms + to - from,
          0,
        );
        expect(total.pausedMs).toBe(pauses);
        expect(total.calendarMs).toBe((state.finishedAt ?? 0) - state.submittedAt);
        const inOrder = [...segments].sort((a, b) => a.from - b.from);
        const covered = inOrder.reduce(
          (until, { from, to }) => (from <= until ? Math.max(until, to) : NaN),
          state.submittedAt,
        );
        expect(covered).toBe(state.finishedAt);
      }),
      { numRuns: 400 },
    );
  });

  it('never tells of the past otherwise than it did: a later answer goes on where an earlier one ended', () => {
    fc.assert(
      fc.property(scripts(anyMove), chances, ([dossier, script], chance) => {
        const { inputs } = new SmallWorld(dossier, script, chance).player;
        let state: CaseState | undefined;
        const told = new Map<string, readonly Segment[]>();
        inputs.forEach(({ now, input }, i) => {
          const context = { now, id: 'x', owner: () => undefined, number: () => 1 };
          state = decider.decide(state, input as CaseInput, context)?.state ?? state;
          // At once, and a moment before anything else happens.
          for (const asOf of [now, Math.max(now, (inputs[i + 1]?.now ?? now) - 1)])
            for (const procedure of dossier.procedures) {
              const { segments } = processingTime(state!, asOf, vietnamCalendar);
              const own = segments.filter((segment) => segment.procedure === procedure);
              const before = told.get(procedure) ?? [];
              expect(own.slice(0, before.length - 1)).toEqual(before.slice(0, -1));
              const [last, again] = [before.at(-1), own[before.length - 1]];
              if (last) expect([again?.kind, again?.from]).toEqual([last.kind, last.from]);
              told.set(procedure, own);
            }
        });
      }),
      { numRuns: 400 },
    );
  });

  it('does nothing twice: one command a (agency, attempt), one history entry a result (G2)', () => {
    fc.assert(
      fc.property(scripts(anyMove), chances, ([dossier, script], chance) => {
        const { sent, history } = new SmallWorld(dossier, script, chance).player;
        const commands = sent
          .filter(({ type }) => type.startsWith('vn.lienthong.work.'))
          .map(({ topic, data }) => `${topic} ${(data as { attempt: number }).attempt}`)
          .filter((command) => command.includes('.commands'));
        expect(new Set(commands).size).toBe(commands.length);
        const results = history
          .filter(({ type }) => /registered|deleted|refused|issued|decided|stopped|returned/.test(type))
          .map(({ type, agency }) => `${type} ${agency}`);
        expect(new Set(results).size).toBe(results.length);
      }),
      { numRuns: 200 },
    );
  });

  it('publishes exactly its history, in order', () => {
    fc.assert(
      fc.property(scripts(anyMove), chances, ([dossier, script], chance) => {
        const { sent, history } = new SmallWorld(dossier, script, chance).player;
        const published = sent.filter(({ topic }) => topic === 'case.events').map(({ type }) => type);
        expect(published).toEqual(history.map(({ type }) => `vn.lienthong.${type}.v1`));
      }),
      { numRuns: 100 },
    );
  });
});
