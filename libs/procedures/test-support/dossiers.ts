import {
  type BirthDossier,
  type BirthProcedure,
  type DeathDossier,
  type DeathProcedure,
} from '@lienthong/contracts';

/** A dossier of the birth group, complete for the procedures it chooses. */
export function birthDossier(
  procedures: readonly BirthProcedure[] = [
    'birth-registration',
    'permanent-residence',
    'health-insurance-card',
  ],
): BirthDossier {
  const address = { communeCode: '00004', detail: '12 Đội Cấn' };
  return {
    procedureGroup: 'birth',
    procedures,
    channel: 'online',
    agencies: { civilRegistry: '00004', residency: '00004', healthInsurance: '01' },
    applicant: { fullName: 'Nguyễn Văn An', personalId: '001090012345', relationship: 'father' },
    child: {
      fullName: 'Nguyễn Minh Khôi',
      dateOfBirth: '2024-10-10',
      sex: 'male',
      ethnicity: 'Kinh',
      nationality: 'VN',
      placeOfBirth: address,
      homeTown: address,
      birthNoticeNumber: '00123.GCS.01001.24',
      birthCase: 'both-parents-known',
    },
    residence: {
      case: 'with-parents',
      householdHeadPersonalId: '001090012345',
      relationshipToHead: 'child',
      consent: 'vneid',
      address,
    },
    healthInsurance: { initialFacility: '01001' },
    delivery: 'electronic',
  };
}

/** A dossier of the death group under social insurance. */
export function deathDossier(
  procedures: readonly DeathProcedure[] = [
    'death-registration',
    'residence-deletion',
    'funeral-allowance',
    'survivor-benefits',
  ],
): DeathDossier {
  const address = { communeCode: '00004', detail: '5 Kim Mã' };
  return {
    procedureGroup: 'death',
    procedures,
    channel: 'online',
    agencies: { civilRegistry: '00004', residency: '00004', socialBenefits: '01' },
    applicant: { fullName: 'Lê Thị Cúc', personalId: '001175011111', relationship: 'child' },
    deceased: {
      fullName: 'Lê Văn Dũng',
      personalId: '001045022222',
      dateOfBirth: '1945-01-09',
      sex: 'male',
      ethnicity: 'Kinh',
      nationality: 'VN',
      lastResidence: address,
    },
    death: { occurredAt: '2024-10-15T03:20', precision: 'minute', place: address, cause: 'tuổi già' },
    benefits: {
      regime: 'social-insurance',
      payee: { fullName: 'Lê Thị Cúc', personalId: '001175011111' },
      payment: { method: 'bank', account: '0011001234567', bank: 'VCB' },
    },
    delivery: 'electronic',
  };
}
