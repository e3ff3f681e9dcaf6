import { birthDossier, deathDossier } from '../../test-support/dossiers';
import { mergeSupplement } from './merge-supplement';

describe('mergeSupplement', () => {
  it('replaces what is given and keeps the rest, block by block', () => {
    const dossier = birthDossier();
    const { dossier: merged, ignored } = mergeSupplement(dossier, {
      child: { fullName: 'Nguyễn Minh Khoa', placeOfBirth: { detail: 'Trạm y tế' } },
      mother: { fullName: 'Trần Thị Bình' },
    });
    expect(merged).toEqual({
      ...dossier,
      child: {
        ...dossier.child,
        fullName: 'Nguyễn Minh Khoa',
        placeOfBirth: { communeCode: '00004', detail: 'Trạm y tế' },
      },
      mother: { fullName: 'Trần Thị Bình' },
    });
    expect(ignored).toEqual([]);
  });

  it('removes a field that is null, and takes lists whole', () => {
    const { dossier } = mergeSupplement(birthDossier(), { residence: { consent: null }, scans: ['a', 'b'] });
    expect(dossier).not.toHaveProperty('residence.consent');
    expect(dossier).toHaveProperty('residence.case', 'with-parents');
    expect(dossier).toHaveProperty('scans', ['a', 'b']);
  });

  it('leaves alone who works on the dossier and by which limits', () => {
    const dossier = deathDossier();
    const { dossier: merged, ignored } = mergeSupplement(dossier, {
      agencies: { civilRegistry: '99999' },
      procedures: ['death-registration'],
      procedureGroup: 'birth',
      simulation: { 'civil-registry': ['approve'] },
      benefits: { regime: 'merit', payment: { bank: 'BIDV' } },
    });
    expect(ignored).toEqual([
      '/agencies',
      '/procedures',
      '/procedureGroup',
      '/simulation',
      '/benefits/regime',
    ]);
    expect(merged).toEqual({
      ...dossier,
      benefits: { ...dossier.benefits, payment: { ...dossier.benefits?.payment, bank: 'BIDV' } },
    });
  });

  it('changes nothing it was given', () => {
    const dossier = birthDossier();
    const copy = structuredClone(dossier);
    mergeSupplement(dossier, { child: { fullName: 'x' } });
    expect(dossier).toEqual(copy);
  });

  it('cannot reach a prototype', () => {
    const data = JSON.parse(
      '{"__proto__":{"polluted":true},"child":{"__proto__":{"polluted":true}}}',
    ) as Record<string, unknown>;
    mergeSupplement(birthDossier(), data);
    expect({}).not.toHaveProperty('polluted');
  });
});
