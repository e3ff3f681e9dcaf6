import {
  AgencyBench,
  MONDAY_AT_NINE,
  SAMPLE_CERTIFICATE,
  sampleBirth,
  sampleDeath,
} from '../../../libs/agency/test-support';
import { residency, type ResidenceFacts, type ResidenceRecord } from './residency.agency';

const birth = sampleBirth({ simulation: {} });
const death = sampleDeath({ simulation: {} });

function bench(): AgencyBench<ResidenceFacts, ResidenceRecord> {
  return new AgencyBench(residency, { pace: 'instant' });
}

describe('the residence authority', () => {
  it('registers the child in the household', () => {
    const one = bench();
    const sent = one.request(birth, MONDAY_AT_NINE);
    expect(sent[0]?.type).toBe('vn.lienthong.residence.registered.v1');
    expect(one.lastReport.result).toEqual({ residenceNumber: 'CT.00004-261116-0001' });
    expect(one.state?.record).toEqual({
      active: true,
      residenceNumber: 'CT.00004-261116-0001',
      personalId: '001226000001',
      fullName: 'Nguyễn Minh Khôi',
      address: { communeCode: '00004', detail: '12 Đội Cấn' },
      headPersonalId: '001090012345',
      relationshipToHead: 'child',
      effectiveOn: '2026-11-16',
    });
  });

  it('deletes the residence of the deceased', () => {
    const one = bench();
    const sent = one.request(death, MONDAY_AT_NINE, {
      certificate: SAMPLE_CERTIFICATE,
      personalId: death.deceased.personalId,
    });
    expect(sent[0]?.type).toBe('vn.lienthong.residence.deleted.v1');
    expect(one.state?.record).toMatchObject({
      personalId: death.deceased.personalId,
      fullName: 'Lê Văn Dũng',
    });
  });

  it.each([
    ['a child without personal id', birth, { certificate: SAMPLE_CERTIFICATE }, 'child-not-registered'],
    ['a child without certificate', birth, { personalId: '001226000001' }, 'child-not-registered'],
    ['a death without extract', death, { personalId: '001045022222' }, 'death-not-registered'],
  ])('refuses %s', (_what, dossier, registration, code) => {
    const one = bench();
    one.request(dossier, MONDAY_AT_NINE, registration);
    expect(one.lastReport).toMatchObject({ outcome: 'refused', reason: { code } });
    expect(one.sent[0]?.type).toBe('vn.lienthong.residence.refused.v1');
  });

  it('corrects the name and revokes the registration', () => {
    const one = bench();
    one.request(birth, MONDAY_AT_NINE);
    const data = { 'child.fullName': 'Nguyễn Minh Khoa' };
    one.command('vn.lienthong.correction.ordered.v1', { correction: 1, data }, MONDAY_AT_NINE);
    expect(one.state?.record).toMatchObject({ fullName: 'Nguyễn Minh Khoa' });
    const reason = { code: 'test', vi: 'Thử', en: 'Test' };
    one.command('vn.lienthong.revocation.ordered.v1', { reason }, MONDAY_AT_NINE);
    expect(one.sent.at(-1)?.type).toBe('vn.lienthong.residence.revoked.v1');
    expect(one.state?.record?.active).toBe(false);
  });

  it('says that nothing of its own was corrected, and follows another personal id', () => {
    const one = bench();
    one.request(birth, MONDAY_AT_NINE);
    const before = one.state?.record;
    const order = (correction: number, personalId?: string): unknown =>
      one.command(
        'vn.lienthong.correction.ordered.v1',
        { correction, data: { 'child.sex': 'female' }, ...(personalId !== undefined && { personalId }) },
        MONDAY_AT_NINE,
      );
    order(1);
    expect(one.sent.at(-1)?.type).toBe('vn.lienthong.correction.not-applicable.v1');
    expect(one.lastReport).toMatchObject({ outcome: 'corrected', correction: 1 });
    expect(one.state?.record).toBe(before);
    order(2, '001326000001');
    expect(one.sent.at(-1)?.type).toBe('vn.lienthong.residence.corrected.v1');
    expect(one.state?.record).toMatchObject({ personalId: '001326000001' });
  });
});
