import { basename, dirname } from 'node:path';
import { type ReplayDossier } from '../replay-dossier';
import { Announcer } from './announcing/announcer';
import { GatewayClient } from './client/gateway-client';
import { type HttpHooks, type HttpPhase, type HttpRun } from './http-hooks';
import { Acknowledgements } from './journal/acknowledgements';
import { FilingRecord } from './journal/filing-record';
import { Journal, readJournal } from './journal/journal';
import { type HttpOptions } from './options/http-options';
import { childIdOf, DossierReader } from './reading-back/dossier-reader';
import { waitForRest } from './reading-back/rest';
import { type Arrivals } from './schedules/arrivals';
import { Counting } from './sending/counts';
import { Halt } from './sending/halt';
import { Observers } from './sending/observers';
import { type LoopEnd, OpenLoop, type Window } from './sending/open-loop';
import { Slots } from './sending/slots';
import { Upcoming } from './sending/upcoming';
import { BodyMaker } from './submitting/submission-body';
import { Submitter } from './submitting/submitter';
import { RunSampler } from './watching/run-sampler';
import { TargetTime } from './watching/target-time';
import { TargetWatch } from './watching/target-watch';
import { Visibility } from './watching/visibility';

const READ_CONNECTIONS = 32;
const FOLLOWED_A_SECOND = 20;
const FOLLOWED_FOR_MS = 120_000;
/** What is under way when the run is stopped gets so long to be answered (ms). */
const GRACE_MS = 5_000;

interface Opened {
  readonly posts: GatewayClient;
  readonly reads: GatewayClient;
  readonly acknowledgements: Acknowledgements;
  readonly journal: Journal;
  readonly time: TargetTime;
  readonly halt: Halt;
}

/** One leg of a run against a gateway, from the first look at it until everything is written down. */
export class HttpSession {
  readonly observers: Observers;
  readonly watch: TargetWatch;
  private readonly counting: Counting;
  private readonly loop: OpenLoop;
  private readonly upcoming: Upcoming;
  private readonly visibility: Visibility;
  private readonly sampler: RunSampler;
  private readonly announcer: Announcer;
  private readonly acknowledgedBefore: number;
  private phase: HttpPhase = 'filing';
  private blockedMs = 0;
  private atRest = false;
  private unfinished = true;

  private constructor(
    private readonly options: HttpOptions,
    source: AsyncIterable<ReplayDossier>,
    private readonly hooks: HttpHooks,
    private readonly opened: Opened,
  ) {
    const { posts, reads, acknowledgements, journal, time, halt } = opened;
    const { dated, seed, followOneIn: oneIn } = options;
    this.acknowledgedBefore = acknowledgements.size;
    this.upcoming = new Upcoming(source, (key) => acknowledgements.has(key));
    this.visibility = new Visibility(
      reads,
      { seed, oneIn, perSecond: FOLLOWED_A_SECOND, patienceMs: FOLLOWED_FOR_MS },
      hooks.latencies,
      halt,
      (instant) => time.tell(instant),
    );
    const record = new FilingRecord(acknowledgements, journal, hooks.faults, (key, number) =>
      this.visibility.acknowledged(key, number),
    );
    this.counting = new Counting(hooks.latencies);
    this.observers = new Observers(this.counting, record);
    const wire = new Slots(options.inFlight);
    const reader = new DossierReader(reads, halt, seed);
    this.loop = new OpenLoop({
      submitter: new Submitter(posts, options, wire, halt, this.observers),
      wire,
      halt,
      observer: this.observers,
      bodies: new BodyMaker(dated, (key) => childIdOf(reader, acknowledgements.numberOf(key))),
      reach: async ({ submittedAt }, settled) => {
        if (!dated || !time.isVirtual || submittedAt <= (time.latest ?? 0)) return;
        await halt.orStopped(settled());
        if (!halt.stopped) await halt.orStopped(time.reach(submittedAt));
      },
    });
    this.watch = new TargetWatch(reads, options.watchMetrics);
    this.sampler = new RunSampler(
      this.watch,
      time,
      {
        everyMs: options.sampleEveryMs,
        wallMsBefore: hooks.wallMsBefore ?? 0,
        figures: () => ({
          filed: acknowledgements.size,
          refused: this.counting.counts.refused429 + this.counting.counts.refused503,
          lastFiledAt: record.lastFiledAt,
        }),
      },
      hooks.onSample,
      (error) => halt.fail(error),
    );
    this.announcer = new Announcer(reads, {
      run: basename(dirname(hooks.journalFile)),
      dossiers: hooks.dossiers,
      figures: () => ({
        phase: this.phase,
        sent: this.acknowledgedBefore + this.counting.counts.offered,
        answered: acknowledgements.size,
        refused: this.counting.counts.refused429 + this.counting.counts.refused503,
      }),
    });
  }

  /** @throws UnsuitableTarget when nobody answers there; Error in one line when the journal cannot be read */
  static async open(
    options: HttpOptions,
    source: AsyncIterable<ReplayDossier>,
    hooks: HttpHooks,
  ): Promise<HttpSession> {
    const { target, apiKey, inFlight, answerTimeoutMs: timeoutMs } = options;
    const acknowledgements = new Acknowledgements();
    await readJournal(hooks.journalFile, ({ key, dossierNumber }) =>
      acknowledgements.add(key, dossierNumber),
    );
    const posts = new GatewayClient({ target, apiKey, connections: inFlight, timeoutMs });
    const reads = new GatewayClient({ target, apiKey, connections: READ_CONNECTIONS, timeoutMs });
    try {
      const time = await TargetTime.of(reads);
      const halt = new Halt(hooks.signal);
      const journal = await Journal.open(hooks.journalFile, (error) => halt.fail(error));
      const opened = { posts, reads, acknowledgements, journal, time, halt };
      return new HttpSession(options, source, hooks, opened);
    } catch (error) {
      await Promise.all([posts.close(), reads.close()]);
      throw error;
    }
  }

  get halt(): Halt {
    return this.opened.halt;
  }

  /** Sends dossiers at their instants; does not wait for the answers. */
  async send(arrivals: Arrivals, window?: Window): Promise<LoopEnd> {
    const end = await this.loop.run(this.upcoming, arrivals, window);
    this.blockedMs += end.blockedMs;
    return end;
  }

  /** Resolves once everything that was sent is answered for good, or the run is stopped. */
  settled(): Promise<void> {
    return this.halt.orStopped(this.loop.settled());
  }

  /** Waits for the answers, then for the ends of the cases. */
  async finish(): Promise<void> {
    const { reads, time, acknowledgements } = this.opened;
    await this.settled();
    if (this.halt.stopped) return;
    this.unfinished = false;
    this.phase = 'finishing';
    this.hooks.onPhase?.('finishing');
    const includes = (number: string): boolean => acknowledgements.includes(number);
    this.atRest = await waitForRest(reads, time, this.halt, { waitMs: this.options.waitMs, includes });
    await this.visibility.done();
    if (this.halt.stopped) this.unfinished = true;
  }

  /**
   * Ends what is under way and writes down what was acknowledged.
   * @throws what stopped the run, if it was not the signal
   */
  async close(): Promise<void> {
    const { posts, reads, journal, halt } = this.opened;
    let grace: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => (grace = setTimeout(resolve, GRACE_MS)));
    await Promise.race([this.loop.settled(), patience]);
    clearTimeout(grace);
    halt.end();
    await posts.close();
    await this.loop.settled();
    await this.visibility.done();
    await Promise.all([this.sampler.stop(), this.announcer.stop()]);
    await Promise.all([reads.close(), journal.close(), this.upcoming.close()]);
    halt.dispose();
    halt.throwFailure();
  }

  result(): HttpRun {
    const { acknowledgements } = this.opened;
    return {
      counts: this.counting.counts,
      acknowledgedBefore: this.acknowledgedBefore,
      blockedMs: this.blockedMs,
      stopped: this.unfinished,
      atRest: this.atRest,
      followed: { dossiers: this.visibility.followed, givenUp: this.visibility.givenUp },
      wallMs: this.sampler.wallMs,
      numberOf: (key) => acknowledgements.numberOf(key),
    };
  }
}
