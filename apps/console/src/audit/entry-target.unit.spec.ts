import { type AuditEntry } from '@lienthong/contracts';
import { incidentId } from '@lienthong/incidents';
import { isAbout } from './entry-target';

const NUMBER = 'G22.99.08-20261116-0000001';
const OTHER = 'G22.99.08-20261116-0000012';

function entry(action: string, target: string, before?: AuditEntry['before']): AuditEntry {
  return { action, target, ...(before && { before }) } as AuditEntry;
}

function incident(aggregateId: string): string {
  return incidentId({ service: 'gateway', kind: 'intake', aggregateId });
}

describe('what an entry of the audit log is about', () => {
  it.each<[string, AuditEntry]>([
    ['the case', entry('case.stop', NUMBER)],
    ['a piece of work on it', entry('work.decide', `residency/${NUMBER}`)],
    ['an incident of it, as was noted', entry('incident.retry', incident('x'), { dossierNumber: NUMBER })],
    ['an item of a batch of incidents', entry('incident.discard', incident(NUMBER), { status: 'open' })],
    ['an incident of what was filed', entry('incident.retry', incident(`d-${NUMBER}`))],
  ])('a dossier: %s', (_what, one) => {
    expect(isAbout(one, NUMBER)).toBe(true);
    expect(isAbout(one, OTHER)).toBe(false);
  });

  it('the target itself, as a whole', () => {
    const work = entry('work.decide', `residency/${NUMBER}`);
    expect(isAbout(work, `residency/${NUMBER}`)).toBe(true);
    expect(isAbout(work, 'residency')).toBe(false);
    const retried = entry('incident.retry', incident(NUMBER));
    expect(isAbout(retried, incident(NUMBER))).toBe(true);
    expect(isAbout(retried, incident(OTHER))).toBe(false);
  });

  it('no dossier, where a batch or what is no id of ours was acted on', () => {
    expect(isAbout(entry('batch.start', 'b-1'), NUMBER)).toBe(false);
    expect(isAbout(entry('incident.retry', 'none'), NUMBER)).toBe(false);
  });
});
