import { type BirthDossier, type DeathDossier } from '@lienthong/contracts';

const BIRTH: BirthDossier = {
  procedureGroup: 'birth',
  procedures: ['birth-registration', 'permanent-residence', 'health-insurance-card'],
  channel: 'online',
  agencies: { civilRegistry: '00004', residency: '00004', healthInsurance: '01' },
  applicant: {
    fullName: 'Nguyễn Văn An',
    personalId: '001090012345',
    relationship: 'father',
    phone: '0912345678',
    email: 'an@example.vn',
  },
  child: {
    fullName: 'Nguyễn Minh Khôi',
    dateOfBirth: '2026-11-10',
    sex: 'male',
    ethnicity: 'Kinh',
    nationality: 'VN',
    placeOfBirth: { communeCode: '00004', detail: 'Bệnh viện Phụ sản' },
    homeTown: { communeCode: '00004' },
    birthNoticeNumber: '00123.GCS.01001.26',
    birthCase: 'both-parents-known',
  },
  mother: {
    fullName: 'Trần Thị Bình',
    personalId: '001192054321',
    dateOfBirth: '1992-03-05',
    ethnicity: 'Kinh',
    nationality: 'VN',
    residence: { communeCode: '00004', detail: '12 Đội Cấn' },
  },
  father: {
    fullName: 'Nguyễn Văn An',
    personalId: '001090012345',
    dateOfBirth: '1990-07-20',
    ethnicity: 'Kinh',
    nationality: 'VN',
    residence: { communeCode: '00004', detail: '12 Đội Cấn' },
  },
  residence: {
    case: 'with-parents',
    householdHeadPersonalId: '001090012345',
    relationshipToHead: 'child',
    consent: 'vneid',
    address: { communeCode: '00004', detail: '12 Đội Cấn' },
  },
  healthInsurance: { initialFacility: '01001' },
  delivery: 'electronic',
};

const DEATH: DeathDossier = {
  procedureGroup: 'death',
  procedures: ['death-registration', 'residence-deletion', 'funeral-allowance', 'survivor-benefits'],
  channel: 'online',
  agencies: { civilRegistry: '00004', residency: '00004', socialBenefits: '01' },
  applicant: {
    fullName: 'Lê Thị Cúc',
    personalId: '001175011111',
    relationship: 'child',
    phone: '0987654321',
  },
  deceased: {
    fullName: 'Lê Văn Dũng',
    personalId: '001045022222',
    dateOfBirth: '1945-01-09',
    sex: 'male',
    ethnicity: 'Kinh',
    nationality: 'VN',
    insuranceNumber: '0123456789',
    lastResidence: { communeCode: '00004', detail: '5 Kim Mã' },
  },
  death: {
    occurredAt: '2026-11-15T03:20',
    precision: 'minute',
    place: { communeCode: '00004', detail: 'tại nhà' },
    cause: 'tuổi già',
    notice: {
      kind: 'death-notice',
      number: '01/UBND-GBT',
      issuedOn: '2026-11-15',
      issuer: 'UBND phường Ba Đình',
    },
  },
  benefits: {
    regime: 'social-insurance',
    payee: { fullName: 'Lê Thị Cúc', personalId: '001175011111' },
    payment: { method: 'bank', account: '0011001234567', bank: 'VCB' },
  },
  delivery: 'electronic',
};

/** One dossier of each group, as integrators find them in the documentation; the names are invented. */
export const EXAMPLES = {
  birth: { summary: 'Khai sinh, thường trú, thẻ BHYT', value: BIRTH },
  death: { summary: 'Khai tử, xóa thường trú, mai táng, tuất', value: DEATH },
} as const;
