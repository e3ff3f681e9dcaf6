import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AnyWorkItem } from '@lienthong/agency';
import { type CaseState } from '@lienthong/procedures';
import Database from 'libsql';
import { CasePlayer } from '../../../../../libs/procedures/test-support/case-player';
import { birthDossier } from '../../../../../libs/procedures/test-support/dossiers';
import { Codec, decodeShapes } from '../../../../../libs/embedded/src/database/codec';
import { EmbeddedDrive } from '../../embedded/embedded-drive';
import { UNPACED } from '../../embedded/pace';
import { replaySettings } from '../../embedded/replay-settings';
import { ReplaySystem } from '../../embedded/replay-system';
import { type RunOptions } from '../../options/run-options';
import { sourceOf } from '../../run/source-of';
import { type FaultKind } from '../fault';
import { audit } from './audit';
import { type CaseFindings } from './audit-job';
import { StoredAggregates } from '@lienthong/embedded';
import { type Kind } from './kinds';

const BEGIN = Date.parse('2024-07-01T00:00:00+07:00');
const OPTIONS: RunOptions = {
  source: { kind: 'generated', births: 60, deaths: 20, from: '2024-07-01', to: '2024-07-05' },
  seed: 63,
  outages: [],
};
const never = new AbortController().signal;

/** Changes what a stopped system has on disk. */
class Planter {
  private readonly db;

  constructor(private readonly directory: string) {
    this.db = new Database(join(directory, 'lienthong.db'));
  }

  change<State>(kind: Kind, id: string, change: (state: State) => State): void {
    const stored = new StoredAggregates(this.directory);
    const state = stored.some<State>(kind, [id]).get(id);
    stored.close();
    if (!state) throw new Error(`there is no ${id} in ${kind}`);
    const { value } = this.db.prepare(`select value from meta where key = 'shapes'`).get() as {
      value: Buffer;
    };
    const codec = new Codec(decodeShapes(value));
    const body = codec.encode([change(state), 0, []]);
    this.db.prepare(`update ${table(kind)} set body = ? where id = ?`).run([body, id]);
    const shapes = codec.takeNewShapes();
    if (shapes) this.db.prepare(`update meta set value = ? where key = 'shapes'`).run([shapes]);
  }

  drop(kind: Kind, id: string): void {
    this.db.prepare(`delete from ${table(kind)} where id = ?`).run([id]);
  }

  copy(kind: Kind, id: string, as: string): void {
    const columns = `version, due_at, parked_at, body`;
    this.db
      .prepare(
        `insert into ${table(kind)} (id, ${columns}) select ?, ${columns} from ${table(kind)} where id = ?`,
      )
      .run([as, id]);
  }

  park(kind: Kind, id: string): void {
    this.db.prepare(`update ${table(kind)} set parked_at = 1 where id = ?`).run([id]);
  }

  close(): void {
    this.db.close();
  }
}

function table(kind: Kind): string {
  return `aggregate_${kind.replace('-', '_')}`;
}

describe('the audit of a stopped run', () => {
  let home: string;
  let asOf: number;
  let pristine: string;
  let cases: readonly CaseState[];

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'lienthong-audit-'));
    pristine = join(home, 'pristine');
    const settings = replaySettings(OPTIONS, pristine, BEGIN, { DURABILITY: 'normal' });
    const system = await ReplaySystem.open(settings, (error) => {
      throw error;
    });
    expect(await new EmbeddedDrive(system, sourceOf(OPTIONS), UNPACED, never).run()).toBe(true);
    asOf = system.now();
    await system.close();
    const stored = new StoredAggregates(pristine);
    cases = [...stored.pages<CaseState>('orchestrator')].flat().map(([, state]) => state);
    stored.close();
  }, 120_000);

  afterAll(() => rmSync(home, { recursive: true, force: true }));

  const audited = async (plant: (planter: Planter) => void): Promise<CaseFindings> => {
    const directory = mkdtempSync(join(home, 'planted-'));
    cpSync(pristine, directory, { recursive: true });
    const planter = new Planter(directory);
    plant(planter);
    planter.close();
    return audit({ directory, options: OPTIONS, asOf }, { onProgress: () => undefined, signal: never });
  };

  const completedBirths = (): readonly CaseState[] =>
    cases.filter(
      ({ dossier, agencies, certificate }) =>
        dossier.procedureGroup === 'birth' &&
        agencies.length === 3 &&
        certificate &&
        agencies.every(({ finishedAt }) => finishedAt),
    );
  const completed = (index = 0): CaseState => {
    const found = completedBirths()[index];
    if (!found) throw new Error('the run has too few completed births');
    return found;
  };

  /** The case of a completed birth with other results. */
  const withResult =
    (entry: string, result: Readonly<Record<string, unknown>>) =>
    (state: CaseState): CaseState => ({
      ...state,
      history: state.history.map((one) =>
        one.type === entry
          ? { ...one, data: { ...one.data, result: { ...(one.data?.['result'] as object), ...result } } }
          : one,
      ),
    });
  const resultOf = (state: CaseState, entry: string): Readonly<Record<string, unknown>> =>
    state.history.find(({ type }) => type === entry)?.data?.['result'] as Readonly<Record<string, unknown>>;

  it('finds nothing where nothing is wrong, and counts as the oracle does', async () => {
    const { verification, statistics } = await audited(() => undefined);
    expect(verification.faults).toEqual([]);
    expect(verification).toMatchObject({ verified: true, dossiers: 80, faultCount: 0 });
    expect(verification.byStatus).toEqual(verification.expectedByStatus);
    expect(Object.values(verification.byStatus).reduce((sum, n) => sum + n, 0)).toBe(80);
    expect(statistics.dossiers).toBe(80);
  }, 60_000);

  it.each<[string, FaultKind, (planter: Planter) => string | undefined]>([
    [
      'a case that ended otherwise',
      'wrong-end',
      (planter) => {
        const { dossierNumber, snapshot: right } = completed();
        const snapshot = cases.find((one) => one.finishedAt && one.snapshot.value !== right.value)?.snapshot;
        planter.change<CaseState>('orchestrator', dossierNumber, (state) => ({
          ...state,
          ...(snapshot && { snapshot }),
        }));
        return dossierNumber;
      },
    ],
    [
      'a case that is gone',
      'lost',
      (planter) => {
        const { dossierNumber } = completed();
        planter.drop('orchestrator', dossierNumber);
        return dossierNumber;
      },
    ],
    [
      'a case that nobody sent',
      'unknown',
      (planter) => {
        planter.copy('orchestrator', completed().dossierNumber, 'G22.99.08-20240701-0009999');
        return 'G22.99.08-20240701-0009999';
      },
    ],
    [
      'a submission that nobody sent',
      'unknown',
      (planter) => {
        const stored = new StoredAggregates(pristine);
        const [id = ''] = [...stored.ids('submissions')];
        stored.close();
        planter.copy('submissions', id, 's-another');
        return undefined;
      },
    ],
    [
      'a card that two children have',
      'duplicate',
      (planter) => {
        const { cardNumber } = resultOf(completed(0), 'health-card.issued');
        const { dossierNumber } = completed(1);
        planter.change<CaseState>(
          'orchestrator',
          dossierNumber,
          withResult('health-card.issued', { cardNumber }),
        );
        return dossierNumber;
      },
    ],
    [
      'a personal id that two children have',
      'duplicate',
      (planter) => {
        const { personalId } = resultOf(completed(0), 'birth.registered');
        const { dossierNumber } = completed(1);
        planter.change<CaseState>(
          'orchestrator',
          dossierNumber,
          withResult('birth.registered', { personalId }),
        );
        return dossierNumber;
      },
    ],
    [
      'a number that a register jumped over',
      'gap',
      (planter) => {
        const certificate = resultOf(completed(), 'birth.registered')['certificate'] as object;
        const change = withResult('birth.registered', { certificate: { ...certificate, number: 5_000 } });
        planter.change<CaseState>('orchestrator', completed().dossierNumber, change);
        return undefined;
      },
    ],
    [
      'a segment that was cut',
      'account',
      (planter) => {
        const { dossierNumber } = completed();
        planter.change<CaseState>('orchestrator', dossierNumber, (state) => ({
          ...state,
          history: state.history.map((one) =>
            one.type === 'birth.registered' ? { ...one, at: one.at - 1 } : one,
          ),
        }));
        return dossierNumber;
      },
    ],
    [
      'a case that still waits, and for nobody',
      'without-owner',
      (planter) => {
        const { dossierNumber } = completed();
        const { snapshot } = new CasePlayer(birthDossier()).case;
        planter.change<CaseState>(
          'orchestrator',
          dossierNumber,
          ({ finishedAt: _end, total: _total, ...state }) => ({
            ...state,
            snapshot,
          }),
        );
        return dossierNumber;
      },
    ],
    [
      'a case that nobody can read',
      'incident',
      (planter) => {
        const { dossierNumber } = completed();
        planter.change<CaseState>('orchestrator', dossierNumber, (state) => ({
          ...state,
          snapshot: { ...state.snapshot, value: 'nowhere' },
        }));
        return dossierNumber;
      },
    ],
    [
      'a record that is gone',
      'record',
      (planter) => {
        const { dossierNumber } = completed();
        planter.change<AnyWorkItem>('residency', dossierNumber, ({ record: _record, ...item }) => item);
        return dossierNumber;
      },
    ],
    [
      'a record that says something else',
      'record',
      (planter) => {
        const { dossierNumber } = completed();
        planter.change<AnyWorkItem>('health-insurance', dossierNumber, (item) => ({
          ...item,
          record: { ...item.record, active: true, cardNumber: 'TE1010000000000' } as AnyWorkItem['record'] &
            object,
        }));
        return dossierNumber;
      },
    ],
    [
      'work that no case asked for',
      'record',
      (planter) => {
        planter.copy('residency', completed().dossierNumber, 'G22.99.08-20240701-0009999');
        return undefined;
      },
    ],
    [
      'an aggregate that stands still',
      'incident',
      (planter) => {
        planter.park('civil-registry', completed().dossierNumber);
        return undefined;
      },
    ],
  ])('finds %s', async (_, kind, plant) => {
    let dossierNumber: string | undefined;
    const { verification } = await audited((planter) => (dossierNumber = plant(planter)));
    expect(verification.verified).toBe(false);
    expect(verification.faultCounts[kind]).toBeGreaterThan(0);
    const told = verification.faults.filter((fault) => fault.kind === kind);
    if (dossierNumber !== undefined)
      expect(told.map((fault) => fault.dossierNumber)).toContain(dossierNumber);
    expect(verification.faultCount).toBeLessThan(12);
  });
});
