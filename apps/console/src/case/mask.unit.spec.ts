import * as fc from 'fast-check';
import { Mask, maskName } from './mask';

const DOSSIER = {
  procedureGroup: 'birth',
  procedures: ['birth-registration', 'permanent-residence'],
  channel: 'online',
  delivery: 'electronic',
  agencies: { civilRegistry: '00004', residency: '00004' },
  applicant: {
    fullName: 'Nguyễn Văn An',
    personalId: '001090012345',
    relationship: 'father',
    phone: '0912345678',
    email: 'an.nguyen@example.vn',
  },
  child: {
    fullName: 'Nguyễn Minh Khôi',
    dateOfBirth: '2026-10-10',
    sex: 'male',
    ethnicity: 'Kinh',
    nationality: 'VN',
    placeOfBirth: { communeCode: '00004', detail: '12 Đội Cấn' },
    birthNoticeNumber: '00123.GCS.01001.24',
  },
  benefits: { payment: { method: 'bank', bank: 'VCB', account: '0011002233445' } },
  simulation: { residency: ['approve'] },
};

const mask = new Mask(DOSSIER);

describe('the mask', () => {
  it('leaves of a dossier what tells nothing of a person', () => {
    expect(mask.apply<object>(DOSSIER)).toEqual({
      procedureGroup: 'birth',
      procedures: ['birth-registration', 'permanent-residence'],
      channel: 'online',
      delivery: 'electronic',
      agencies: { civilRegistry: '00004', residency: '00004' },
      applicant: {
        fullName: 'N••••• V•• A•',
        personalId: '•••••••••345',
        relationship: 'father',
        phone: '•••••••678',
        email: 'a••••@••••',
      },
      child: {
        fullName: 'N••••• M••• K•••',
        dateOfBirth: '2026',
        sex: 'male',
        ethnicity: '••••',
        nationality: 'VN',
        placeOfBirth: { communeCode: '00004', detail: '••••' },
        birthNoticeNumber: '•••••••••••••••.24',
      },
      benefits: { payment: { method: 'bank', bank: 'VCB', account: '••••••••••445' } },
    });
  });

  it('hides in a history what agencies issued and what was corrected', () => {
    const data = {
      attempt: 1,
      receivedAt: 1_795_000_000_000,
      localNumber: 'HT-7',
      result: {
        certificate: { number: 7, book: '01/2026', page: 7, registeredOn: '2026-11-16', office: '00004' },
        personalId: '001226000001',
        cardNumber: 'TE1010012345678',
        decisions: [{ procedure: 'funeral-allowance', decisionNumber: '12/QĐ', amountVnd: 23_400_000 }],
      },
      data: { 'child.fullName': 'Nguyễn Minh Khôi', 'child.ethnicity': 'Tày' },
      note: 'Con tôi tên Khôi',
    };
    expect(mask.apply<object>(data)).toEqual({
      ...data,
      result: { ...data.result, personalId: '•••••••••001', cardNumber: '••••••••••••678' },
      data: { 'child.fullName': 'N••••• M••• K•••', 'child.ethnicity': '••••' },
      note: '••••',
    });
  });

  it('takes persons, numbers and addresses of e-mail out of what people wrote, and leaves the reason', () => {
    const reason = {
      code: 'officer-decision',
      vi: 'Ông NGUYỄN VĂN AN (001090012345, 0912 345 678, an@example.vn) chưa ký tờ khai.',
      en: 'Not signed.',
    };
    expect(mask.apply({ reason }).reason).toEqual({
      code: 'officer-decision',
      vi: 'Ông N••••• V•• A• (•••••••••345, •••••••••678, ••••) chưa ký tờ khai.',
      en: 'Not signed.',
    });
    // The same name, its accents apart from their letters.
    expect(mask.apply({ reason: 'Nguyễn Minh Khôi'.normalize('NFD') }).reason).toBe('N••••• M••• K•••');
  });

  it('shows no text of a field that it does not know, however deep', () => {
    const secret = fc
      .string({ minLength: 5, unit: 'grapheme-ascii' })
      .filter((text) => text.trim().length > 4);
    fc.assert(
      fc.property(secret, fc.string({ minLength: 1, unit: fc.constantFrom(...'xyzq') }), (text, name) => {
        const shown = JSON.stringify(mask.apply({ a: { [name]: text, list: [{ [name]: [text] }] } }));
        expect(shown).not.toContain(JSON.stringify(text).slice(1, -1));
      }),
    );
  });

  it('shows of a name the first letter of each word', () => {
    expect(maskName('Y  Ăm Niê')).toBe('Y  Ă• N••');
  });
});
