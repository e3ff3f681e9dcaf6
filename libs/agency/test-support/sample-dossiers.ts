import { type BirthDossier, type Certificate, type DeathDossier } from '@lienthong/contracts';

const HOME = { communeCode: '00004', detail: '12 Đội Cấn' };

/** A birth in Hà Nội with two known parents. */
export function sampleBirth(changes: Partial<BirthDossier> = {}): BirthDossier {
  const father = { fullName: 'Nguyễn Văn An', personalId: '001090012345' };
  return {
    procedureGroup: 'birth',
    procedures: ['birth-registration', 'permanent-residence', 'health-insurance-card'],
    channel: 'online',
    agencies: { civilRegistry: '00004', residency: '00004', healthInsurance: '01' },
    applicant: { ...father, relationship: 'father', phone: '0912345678' },
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
    mother: { fullName: 'Trần Thị Bình', personalId: '001192054321', nationality: 'VN', residence: HOME },
    father: { ...father, nationality: 'VN', residence: HOME },
    residence: {
      case: 'with-parents',
      householdHeadPersonalId: father.personalId,
      relationshipToHead: 'child',
      consent: 'vneid',
      address: HOME,
    },
    healthInsurance: { initialFacility: '01001' },
    delivery: 'electronic',
    ...changes,
  };
}

/** A death in Hà Nội with both benefits. */
export function sampleDeath(changes: Partial<DeathDossier> = {}): DeathDossier {
  const payee = { fullName: 'Lê Thị Cúc', personalId: '001175011111' };
  return {
    procedureGroup: 'death',
    procedures: ['death-registration', 'residence-deletion', 'funeral-allowance', 'survivor-benefits'],
    channel: 'online',
    agencies: { civilRegistry: '00004', residency: '00004', socialBenefits: '01' },
    applicant: { ...payee, relationship: 'child', phone: '0987654321' },
    deceased: {
      fullName: 'Lê Văn Dũng',
      personalId: '001045022222',
      dateOfBirth: '1945-01-09',
      sex: 'male',
      ethnicity: 'Kinh',
      nationality: 'VN',
      lastResidence: HOME,
    },
    death: {
      occurredAt: '2026-11-15T03:20',
      precision: 'minute',
      place: HOME,
      cause: 'tuổi già',
    },
    benefits: {
      regime: 'social-insurance',
      payee,
      payment: { method: 'bank', account: '0011001234567', bank: 'VCB' },
    },
    delivery: 'electronic',
    ...changes,
  };
}

export const SAMPLE_CERTIFICATE: Certificate = {
  number: 1,
  book: '01/2026',
  page: 1,
  registeredOn: '2026-11-16',
  office: '00004',
};
