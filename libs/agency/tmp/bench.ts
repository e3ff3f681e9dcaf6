import { Packr } from 'msgpackr';
import { vietnamCalendar } from '@lienthong/calendar';
import { loadGeography, Problem } from '@lienthong/platform';
import { generateDossiers, ratesFor, expectedEnd } from '@lienthong/simulation';
import { createAgencyDecider } from '@lienthong/agency';
import { DossierValidator } from '../../../apps/gateway/src/intake/dossier.validator';
import { civilRegistry } from '../../../apps/civil-registry/src/civil-registry.agency';
import { residency } from '../../../apps/residency/src/residency.agency';
import { healthInsurance } from '../../../apps/health-insurance/src/health-insurance.agency';
import { socialBenefits } from '../../../apps/social-benefits/src/social-benefits.agency';
import { BENEFIT_LEVELS } from '../../../apps/social-benefits/src/benefit-levels';
import { PROCEDURE_AGENCY, officeOf, type Dossier } from '@lienthong/contracts';
import { SAMPLE_CERTIFICATE, MONDAY_AT_NINE } from '../test-support/index';

const cpu = () => process.cpuUsage().user / 1000;
const geography = loadGeography();
const it = (_n: string, f: () => void) => f();
it('generator speed and validity', () => {
  const opts = { seed: 5, births: 160_000, deaths: 40_000, from: '2023-07-10', to: '2024-10-31', geography, calendar: vietnamCalendar };
  global.gc?.();
  const t = cpu(); let n = 0; let peak = 0; const base = process.memoryUsage().heapUsed;
  for (const _ of generateDossiers(opts)) { n++; if (n % 5000 === 0) peak = Math.max(peak, process.memoryUsage().heapUsed - base); }
  const ms = cpu() - t;
  console.log('generated', n, Math.round(n / ms * 1000), '/s', 'heap growth MB', Math.round(peak / 1e6));
  const bad = new Map<string, number>(); let count = 0;
  for (const { submittedAt, dossier } of generateDossiers({ ...opts, births: 16000, deaths: 6000, to: '2026-10-31' })) {
    count++;
    try { new DossierValidator({ kind: 'virtual', now: () => submittedAt } as never, geography).validate(dossier); }
    catch (e) { const key = e instanceof Problem ? JSON.stringify(e.init.errors?.map((x) => x.pointer + ' ' + x.code)) : String(e); bad.set(key, (bad.get(key) ?? 0) + 1); }
  }
  console.log('validated', count, 'bad', [...bad]);
  const t2 = cpu(); const st: Record<string, number> = {};
  for (const { dossier } of generateDossiers({ ...opts, births: 16000, deaths: 4000 })) { const s = expectedEnd(dossier, `G22.99.08-20240101-${String(++n).padStart(7,'0')}`, 63, ratesFor('nd63'), { applicant: 'simulated' }).status; st[s] = (st[s] ?? 0) + 1; }
  console.log('oracle', st, (cpu() - t2) / 20000 * 1000, 'us incl. generate');
});

function bench(name: string, spec: never, pace: 'instant' | 'working-time', dossiers: Dossier[]) {
  const s = spec as { agency: 'residency' };
  const decider = createAgencyDecider(spec as never, { seed: 63, mode: 'auto', pace, calendar: vietnamCalendar, rates: ratesFor }) as never as { needs: Function; decide: Function; timers: Function; facets: any };
  const packr = new Packr({ maxSharedStructures: 1024, structures: [] });
  const inputs = dossiers.map((dossier, i) => ({ type: 'vn.lienthong.work.requested.v1', subject: 'G22.99.08-20261116-' + String(i).padStart(7, '0'), data: { attempt: 1, procedures: dossier.procedures.filter((p) => PROCEDURE_AGENCY[p] === s.agency), office: officeOf(dossier, s.agency), policy: 'nd63', dossier, dueAt: MONDAY_AT_NINE, certificate: SAMPLE_CERTIFICATE, personalId: '001226000001' } }));
  let bytes = 0, states: unknown[] = [];
  let best = Infinity;
  for (let r = 0; r < 6; r++) {
    states = []; let c = 0;
    const t = cpu();
    for (const m of inputs) {
      const id = m.subject; c++;
      const ctx = { now: MONDAY_AT_NINE, id, owner: (k: string) => (k === 'deceased:' + m.data.dossier.applicant.personalId ? undefined : id), number: () => c };
      decider.needs(undefined, m, id, MONDAY_AT_NINE);
      let d = decider.decide(undefined, m, ctx);
      const [timer] = decider.timers(d.state);
      if (timer) {
        const fired = { type: 'timer.fired', name: timer.name, dueAt: timer.dueAt };
        decider.needs(d.state, fired, id, timer.dueAt);
        d = decider.decide(d.state, fired, { ...ctx, now: timer.dueAt });
      }
      states.push(d.state);
    }
    best = Math.min(best, (cpu() - t) / inputs.length * 1000);
  }
  for (const st of states) bytes += packr.pack(st).length;
  console.log(name, pace, best.toFixed(2), 'us', 'bytes', Math.round(bytes / states.length), JSON.stringify(states.find((x: any) => x.record)).length);
}
const reg = civilRegistry(geography);
it('decider speed', () => {
  const all = [...generateDossiers({ seed: 5, births: 16_000, deaths: 4_000, from: '2024-07-01', to: '2024-12-31', geography, calendar: vietnamCalendar })].map((x) => x.dossier);
  const b = all.filter((d) => d.procedureGroup === 'birth' && d.procedures.length === 3), d = all.filter((x) => x.procedureGroup === 'death' && x.procedures.length > 2).slice(0, 4000);
  const inst = (xs: Dossier[]) => xs.map((x) => ({ ...x, simulation: { 'civil-registry': ['approve' as const] } }));
  for (const pace of ['working-time', 'instant'] as const) {
    const bb = pace === 'instant' ? inst(b) : b;
    bench('registry birth', reg as never, pace, bb);
    bench('residency birth', residency as never, pace, bb);
    bench('health', healthInsurance as never, pace, bb);
    bench('registry death', reg as never, pace, pace === 'instant' ? inst(d) : d);
    bench('benefits', socialBenefits(vietnamCalendar, BENEFIT_LEVELS) as never, pace, pace === 'instant' ? inst(d) : d);
  }
});
