import { type ApplicantMove, type Decision, type Dossier, type LinkedAgencyId } from '@lienthong/contracts';
import { caseTimers } from '../src/case/case-timers';
import { isAtRest } from '../src/case/owner-of';
import { CasePlayer, MINUTE, type Filing } from './case-player';

/** What an agency decides, in order, then approves; what the applicant does when asked, in order, then provides. */
export interface Script {
  readonly decisions: { readonly [agency in LinkedAgencyId]?: readonly Decision[] };
  readonly moves: { readonly [agency in LinkedAgencyId]?: readonly ApplicantMove[] };
}

export interface Chance {
  /** Picks one of `n` streams to deliver from. */
  pick(n: number): number;
  /** How long until the next delivery, ms. */
  delay(): number;
  /** Whether a message is delivered once more. */
  again(): boolean;
}

type Delivery = () => void;

interface Desk {
  step: number;
  attempt: number;
  /** When the work of this attempt came in. */
  receivedAt: number;
  asked: number;
  hasResult: boolean;
  readonly commands: Delivery[];
  readonly reports: Delivery[];
}

/**
 * Four agencies and an applicant around one case: every stream keeps its order, which stream moves next is chance.
 * Runs until the case rests and nothing is on its way.
 */
export class SmallWorld {
  readonly player: CasePlayer;
  private readonly desks = new Map<LinkedAgencyId, Desk>();
  private readonly applicant: Delivery[] = [];
  private seen = 0;

  constructor(
    dossier: Dossier,
    private readonly script: Script,
    private readonly chance: Chance,
    filing: Filing = {},
  ) {
    this.player = new CasePlayer(dossier, filing);
    this.collect();
    this.run();
  }

  private run(): void {
    for (let steps = 0; steps < 1000; steps++) {
      const streams = [...this.streams()].filter((stream) => stream.length > 0);
      if (streams.length === 0) {
        if (isAtRest(this.player.case)) return;
        this.fireNextTimer();
      } else {
        this.player.wait(this.chance.delay());
        streams[this.chance.pick(streams.length)]?.shift()?.();
      }
      this.collect();
    }
    throw new Error('the case does not come to rest');
  }

  private *streams(): Iterable<Delivery[]> {
    yield this.applicant;
    for (const { commands, reports } of this.desks.values()) {
      yield commands;
      yield reports;
    }
  }

  /** Nobody moves: time passes until something is due. */
  private fireNextTimer(): void {
    const [next] = [...caseTimers(this.player.case)].sort((a, b) => a.dueAt - b.dueAt);
    if (!next) throw new Error('nothing is due and nobody moves');
    this.player.fire(next.name);
  }

  /** Hands what the case sent to the agencies' queues. */
  private collect(): void {
    const { sent } = this.player;
    for (; this.seen < sent.length; this.seen++) {
      const { topic, type, data } = sent[this.seen] ?? {};
      if (!topic?.endsWith('.commands')) continue;
      const agency = topic.replace('.commands', '') as LinkedAgencyId;
      const desk = this.desk(agency);
      desk.commands.push(() => this.obey(agency, desk, type ?? '', data as { readonly attempt?: number }));
    }
  }

  private desk(agency: LinkedAgencyId): Desk {
    const known = this.desks.get(agency);
    if (known) return known;
    const desk: Desk = {
      step: 0,
      attempt: 0,
      receivedAt: 0,
      asked: 0,
      hasResult: false,
      commands: [],
      reports: [],
    };
    this.desks.set(agency, desk);
    return desk;
  }

  private obey(
    agency: LinkedAgencyId,
    desk: Desk,
    type: string,
    { attempt = 0 }: { readonly attempt?: number },
  ): void {
    switch (type) {
      case 'vn.lienthong.work.requested.v1':
      case 'vn.lienthong.work.resumed.v1':
        if (attempt <= desk.attempt) return;
        desk.attempt = attempt;
        desk.receivedAt = this.player.now;
        this.tellProgress(agency, attempt);
        return this.decide(agency, desk);
      case 'vn.lienthong.stop.ordered.v1':
        // Work that is stopped came in when it was said to have come in.
        if (!desk.hasResult) this.report(agency, desk, 'stopped', desk.receivedAt);
        return;
      case 'vn.lienthong.correction.ordered.v1':
        return this.report(agency, desk, 'corrected');
      default:
        return this.report(agency, desk, 'revoked');
    }
  }

  /** That the work came in, and when it is taken up: with the receipt, or, where that is not known yet, after it. */
  private tellProgress(agency: LinkedAgencyId, attempt: number): void {
    const receivedAt = this.player.now;
    const received = { agency, attempt, receivedAt };
    const started = { ...received, startedAt: receivedAt + MINUTE };
    if (attempt % 2 === 0) this.player.give('vn.lienthong.work.received.v1', received);
    this.player.give(
      attempt % 2 === 0 ? 'vn.lienthong.work.started.v1' : 'vn.lienthong.work.received.v1',
      started,
    );
  }

  private decide(agency: LinkedAgencyId, desk: Desk): void {
    const decision = this.script.decisions[agency]?.[desk.step++] ?? 'approve';
    switch (decision) {
      case 'approve':
      case 'refuse':
        desk.hasResult = true;
        return this.report(agency, desk, decision === 'approve' ? 'approved' : 'refused');
      case 'verify':
        if (agency === 'residency' && this.player.dossier.procedureGroup === 'birth') {
          this.report(agency, desk, 'verification-opened');
        }
        return this.decide(agency, desk);
      case 'request-supplement':
        this.report(agency, desk, 'supplement-requested');
        return this.answer(agency, this.script.moves[agency]?.[desk.asked++] ?? 'provide', desk);
    }
  }

  /** The applicant answers once the case has asked. */
  private answer(agency: LinkedAgencyId, move: ApplicantMove, desk: Desk): void {
    if (move === 'ignore') return;
    const name = move === 'provide' ? (`${agency}.supplement-provided` as const) : ('withdraw' as const);
    desk.reports.push(() => this.applicant.push(() => this.player.event(name)));
  }

  private report(
    agency: LinkedAgencyId,
    desk: Desk,
    outcome: Parameters<CasePlayer['reportOf']>[1],
    receivedAt = this.player.now,
  ): void {
    const decidedAt = Math.max(this.player.now, receivedAt + 2 * MINUTE);
    const [type, data] = this.player.reportOf(agency, outcome, {
      receivedAt,
      startedAt: receivedAt + MINUTE,
      decidedAt,
    });
    desk.reports.push(() => {
      this.player.until(Math.max(this.player.now, decidedAt));
      const message = { ...data, attempt: desk.attempt };
      this.player.give(type, message);
      if (this.chance.again()) this.player.give(type, message);
    });
  }
}
