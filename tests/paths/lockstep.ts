import { type Dossier } from '@lienthong/contracts';
import { type CaseState } from '@lienthong/procedures';
import { type Engine } from '@lienthong/engine';
import { ActionsService } from '../../apps/gateway/src/actions/actions.service';
import { CASE_ENGINE } from '../../apps/orchestrator/src/case.engine';
import { type Desks } from '../support/desks';
import { type SystemUnderTest } from '../support/system-under-test';
import { type Lines, StopOrders } from './stop-orders';
import { type Move, type Walk } from './walk';

/** Between two waves of events, so that every piece of work takes some time. */
const WAVE_MS = 7 * 60_000;
const REASON = { code: 'duplicate', vi: 'Hồ sơ nộp trùng', en: 'Filed twice' };

/**
 * Takes many dossiers along their paths through the real services, all by the same clock: in waves, one event of every
 * dossier a wave. Time is the system's own. When every dossier that is left waits for a window to end, the clock goes
 * there, as it would, and the timers of the store fire.
 */
export class Lockstep {
  /** What was wrong with which case at which point of its path. */
  readonly faults: string[] = [];
  /** The most that the gauge `lienthong_cases_without_owner` ever showed. */
  withoutOwner = 0;
  /** How many results were decided while the order to stop was under way. */
  crossings = 0;
  private readonly lost = new Set<Walk>();
  private readonly desks: Desks;
  private readonly lines: Lines;
  private readonly actions: ActionsService;
  private readonly cases: Engine<CaseState, never>;

  constructor(private readonly system: SystemUnderTest) {
    this.desks = system.desks;
    const lines = Object.entries(this.desks).map(([agency, desk]) => [agency, new StopOrders(desk)]);
    this.lines = Object.fromEntries(lines) as Lines;
    this.actions = system.get(ActionsService);
    this.cases = system.get(CASE_ENGINE);
  }

  async run(walks: readonly Walk[]): Promise<void> {
    await this.look(walks);
    const goesOn = (walk: Walk): boolean => walk.next !== undefined && !this.lost.has(walk);
    for (let open = walks.filter(goesOn); open.length > 0; open = open.filter(goesOn)) {
      const now = this.system.clock.now();
      const wakes = open.map((walk) => walk.notBefore());
      const ready = open.filter((_, i) => (wakes[i] ?? Infinity) <= now);
      if (ready.length > 0) await this.wave(ready);
      else await this.advanceTo(Math.min(...wakes));
    }
  }

  private async wave(ready: readonly Walk[]): Promise<void> {
    await Promise.all(ready.map((walk) => this.act(walk)));
    await this.system.idle();
    await this.look(ready);
    await this.countWithoutOwner();
    await this.advanceTo(this.system.clock.now() + WAVE_MS);
  }

  private async act(walk: Walk): Promise<void> {
    try {
      await this.make(walk, walk.step());
    } catch (error) {
      this.lose(walk, `${walk.trail}: ${String(error)}`);
    }
  }

  private async make({ dossierNumber, dossier }: Walk, move: Move): Promise<unknown> {
    switch (move.kind) {
      case 'decide': {
        const { agency, decision } = move;
        await this.desks[agency].decide(dossierNumber, { type: 'officer.decided', decision });
        if (!this.lines[agency].has(dossierNumber)) return;
        // The result crosses the order, which arrives only now.
        this.crossings++;
        return this.lines[agency].arrive(dossierNumber);
      }
      case 'stop-order-arrives':
        return this.lines[move.agency].arrive(dossierNumber);
      case 'supplement':
        return this.actions.supplement(dossierNumber, { agency: move.agency, note: 'Đã nộp bản giấy' }, {});
      case 'withdraw':
        return this.actions.withdraw(dossierNumber, { reason: 'Không còn nhu cầu' }, {});
      case 'stop':
        return this.actions.stop(dossierNumber, REASON);
      case 'correct': {
        return this.actions.correct(dossierNumber, { data: correctionOf(dossierNumber, dossier) }, {});
      }
      case 'cancel':
        return this.actions.cancel(dossierNumber, { reason: 'Đăng ký sai quy định' }, {});
      case 'nothing':
        return undefined;
    }
  }

  private async look(walks: readonly Walk[]): Promise<void> {
    await Promise.all(
      walks.map(async (walk) => {
        const fault = walk.look(await this.cases.read(walk.dossierNumber));
        if (fault !== undefined) this.lose(walk, fault);
      }),
    );
  }

  /** A dossier that left its path goes no further: one fault each is enough. */
  private lose(walk: Walk, fault: string): void {
    if (!this.lost.has(walk)) this.faults.push(fault);
    this.lost.add(walk);
  }

  private async countWithoutOwner(): Promise<void> {
    const gauge = this.system.metrics.getSingleMetric('lienthong_cases_without_owner');
    const { values } = await gauge!.get();
    this.withoutOwner = Math.max(this.withoutOwner, values[0]?.value ?? NaN);
  }

  private advanceTo(instant: number): Promise<number> {
    return this.system.advanceTo(instant);
  }
}

/** Another one for every dossier number: of a name, of what the personal id tells, of what only the registry holds. */
function correctionOf(dossierNumber: string, dossier: Dossier): Readonly<Record<string, unknown>> {
  const kind = Number(dossierNumber.slice(-7)) % 3;
  if (dossier.procedureGroup === 'birth') {
    const { sex } = dossier.child;
    if (kind === 0) return { 'child.fullName': 'Nguyễn Cải Chính' };
    if (kind === 1) return { 'child.sex': sex === 'male' ? 'female' : 'male' };
    return { 'child.placeOfBirth.detail': 'Trạm y tế xã' };
  }
  if (kind === 0) return { 'deceased.fullName': 'Nguyễn Cải Chính' };
  return kind === 1 ? { 'death.cause': 'Tuổi già' } : { 'deceased.lastResidence.detail': 'Số nhà 1' };
}
