import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { HttpJson } from '../support/http-json';
import { Audit } from '../support/load/audit';
import { dice } from '../support/load/dice';
import { type ScriptedDossier, scriptedDossiers } from '../support/load/scripted-dossiers';
import { ChaosSystem } from './chaos-system';
import { Citizens } from './citizens';
import { type Mishap, WAVES } from './mishaps';
import { type Recovery, recoveryLines, seconds } from './recoveries';
import { type Unfinished, unfinished } from './stillness';
import { Watch } from './watch';

/** Six minutes and more on two cores: run when asked for, with the number of dossiers to go through it. */
const ASKED = process.env.CHAOS_DOSSIERS;
const DOSSIERS = Number(ASKED);
const SEED = Number(process.env.CHAOS_SEED ?? 63);
const DEATHS = 0.2;
const MISHAPS = WAVES.flat();
/** A mishap comes while the dossiers that were let go with it are in hand. */
const LEAD_MS = 400;
const LOOK_MS = 1_000;
/** Real ms until everything that can move must have moved: an outbox of a dead process waits half a minute. */
const STILL_MS = 300_000;
const STILL: Unfinished = { openCases: 0, lag: 0, unpublished: 0, incidents: 0, deadLetters: 0 };
const LIMIT_MS = 1_200_000;

(ASKED === undefined ? describe.skip : describe)(
  'killed, stopped and started on real engines (CHAOS_DOSSIERS=300)',
  () => {
    const directory = mkdtempSync(join(tmpdir(), 'lienthong-chaos-'));
    const random = dice(SEED);
    const watch = new Watch();
    let system: ChaosSystem | undefined;
    let citizens: Citizens | undefined;

    /** Lets dossiers go, lets something go wrong in the middle of them, and waits until all processes serve again. */
    const suffer = async (
      of: ChaosSystem,
      { kind, name, happen }: Mishap,
      probe: ScriptedDossier,
      by: Citizens,
    ): Promise<{ readonly recovered: Promise<Recovery> }> => {
      await sleep(random() * LEAD_MS);
      const began = performance.now();
      const since = (): number => performance.now() - began;
      const happened = happen(of, random);
      const seen = by.file(probe).then(async (receipt) => {
        const acceptedMs = since();
        await by.seeEnd(receipt);
        return { acceptedMs, endedMs: since() };
      });
      await happened;
      const heldMs = since();
      await of.ready();
      const readyMs = since();
      return { recovered: seen.then((times) => ({ kind, name, heldMs, readyMs, ...times })) };
    };

    /** The last that was found, when nothing moved any more or the time for it was over. */
    const stillness = async (of: ChaosSystem): Promise<Unfinished> => {
      const end = performance.now() + STILL_MS;
      for (;;) {
        const found = await unfinished(of);
        if (performance.now() > end || Object.values(found).every((count) => count === 0)) return found;
        await sleep(LOOK_MS);
      }
    };

    afterAll(async () => {
      citizens?.goHome();
      await system?.stop();
      rmSync(directory, { recursive: true, force: true });
    });

    it(
      'loses nothing it acknowledged, does nothing twice and brings every case to its end',
      async () => {
        const began = performance.now();
        const deaths = Math.round(DOSSIERS * DEATHS);
        const generated = scriptedDossiers(DOSSIERS - deaths, deaths, '2026-01-05', '2026-02-27');
        const others = generated.slice(MISHAPS.length);
        const probes = generated.slice(0, MISHAPS.length).map(refused);
        const dossiers = [...probes, ...others];
        const running = (system = await ChaosSystem.start(directory));
        const http = new HttpJson(system.url);
        const filers = (citizens = new Citizens(http, others, random));
        const startedAt = performance.now();

        const filing: Promise<void>[] = [];
        const recovering: Promise<Recovery>[] = [];
        const unused = [...probes];
        for (const [i, wave] of WAVES.entries()) {
          filing.push(citizens.fileNext(Math.ceil(citizens.left / (WAVES.length - i))));
          const suffered = wave.map((mishap) => suffer(running, mishap, unused.pop()!, filers));
          for (const { recovered } of await Promise.all(suffered)) recovering.push(recovered);
          await watch.look(system.children);
        }
        await Promise.all(filing);
        const recoveries = await Promise.all(recovering);
        const quietAt = performance.now();
        const found = await stillness(system);
        const audit = new Audit(http, 'allowed');
        await audit.run(dossiers, citizens.receipts);
        await watch.look(system.children);
        http.close();

        const { ends } = system;
        const kills = MISHAPS.reduce((sum, mishap) => sum + mishap.kills, 0);
        const otherEnds = ends.filter(({ how }) => how !== 'SIGKILL');
        console.log(
          [
            `${dossiers.length} dossiers, ${kills} kills of services, wall ${seconds(performance.now() - began)} (start ` +
              `${seconds(startedAt - began)}, mishaps ${seconds(quietAt - startedAt)})`,
            ...recoveryLines(recoveries),
            `  duplicates dropped ${watch.duplicates}, unanswered ${JSON.stringify([...citizens.unanswered])}, ended unasked ` +
              `${JSON.stringify(otherEnds)}, ends ${JSON.stringify([...audit.ends])}`,
          ].join('\n'),
        );
        if (audit.faults.length > 0) console.log(system.lastWords());

        const faults = { citizens: citizens.faults, audit: audit.faults, watch: watch.faults };
        expect({ found, ...faults }).toEqual({ found: STILL, citizens: [], audit: [], watch: [] });
        // The harm must have been there, and every kind of end among what came through it.
        expect(ends.length - otherEnds.length).toBe(kills);
        expect(watch.duplicates).toBeGreaterThan(0);
        expect([...audit.ends.keys()].sort()).toEqual(
          ['completed', 'partially-completed', 'refused', 'stopped', 'withdrawn'].sort(),
        );
        expect(new Set(await system.stop())).toEqual(new Set(['exit code 0']));
        system = undefined;
      },
      LIMIT_MS,
    );
  },
);

/** The shortest way through the services: filed, sent to the registry, refused, over. */
function refused({ key, dossier }: ScriptedDossier): ScriptedDossier {
  return { key, dossier: { ...dossier, simulation: { 'civil-registry': ['refuse'] } } };
}
