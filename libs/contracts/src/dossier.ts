import { type LinkedAgencyId } from './agencies';
import { type BenefitRegime, type BirthProcedure, type DeathProcedure } from './procedures';
import { type Simulation } from './simulation';

/** A place below province level: the five-digit commune code of QĐ 19/2025/QĐ-TTg and free text. */
export interface Address {
  readonly communeCode: string;
  readonly detail?: string;
}

export interface Person {
  readonly fullName: string;
  /** Số định danh cá nhân, 12 digits. */
  readonly personalId?: string;
  /** ISO date, as far as it is known: `1960`, `1960-06` or `1960-06-20`. */
  readonly dateOfBirth?: string;
  readonly dateOfBirthPrecision?: DatePrecision;
  readonly ethnicity?: string;
  readonly nationality?: string;
  readonly residence?: Address;
}

/** Người yêu cầu. */
export interface Applicant {
  readonly fullName: string;
  readonly personalId: string;
  readonly relationship: string;
  readonly phone?: string;
  readonly email?: string;
}

/** How much of a date of birth is known: of old people often the year alone. */
export type DatePrecision = 'year' | 'month' | 'day';
export type Sex = 'male' | 'female';
export type Channel = 'online' | 'one-stop-desk' | 'postal';
export type Delivery = 'electronic' | 'one-stop-desk' | 'postal';

interface DossierBase {
  readonly channel: Channel;
  readonly applicant: Applicant;
  readonly delivery: Delivery;
  /** Simulation clocks only: when a replayed dossier was filed (ISO 8601 with offset). */
  readonly submittedAt?: string;
  readonly simulation?: Simulation;
}

/** Group 1: khai sinh, đăng ký thường trú, cấp thẻ BHYT for a child under 6. */
export interface BirthDossier extends DossierBase {
  readonly procedureGroup: 'birth';
  readonly procedures: readonly BirthProcedure[];
  readonly agencies: {
    readonly civilRegistry: string;
    readonly residency?: string;
    readonly healthInsurance?: string;
  };
  readonly child: {
    readonly fullName: string;
    readonly dateOfBirth: string;
    readonly sex: Sex;
    readonly ethnicity: string;
    readonly nationality: string;
    readonly placeOfBirth: Address;
    readonly homeTown: Address;
    readonly birthNoticeNumber?: string;
    readonly birthCase: string;
  };
  readonly mother?: Person;
  readonly father?: Person;
  readonly residence?: {
    readonly case: string;
    readonly householdHeadPersonalId: string;
    readonly relationshipToHead: string;
    readonly consent: string;
    readonly address: Address;
  };
  readonly healthInsurance?: { readonly initialFacility: string };
}

/** Group 2: khai tử, xóa đăng ký thường trú, trợ cấp mai táng / tuất. */
export interface DeathDossier extends DossierBase {
  readonly procedureGroup: 'death';
  readonly procedures: readonly DeathProcedure[];
  readonly agencies: {
    readonly civilRegistry: string;
    readonly residency?: string;
    readonly socialBenefits?: string;
  };
  readonly deceased: {
    readonly fullName: string;
    readonly personalId: string;
    /** As far as it is known: `1935`, `1935-06` or `1935-06-20`. */
    readonly dateOfBirth: string;
    readonly dateOfBirthPrecision?: DatePrecision;
    readonly sex: Sex;
    readonly ethnicity: string;
    readonly nationality: string;
    readonly insuranceNumber?: string;
    readonly lastResidence: Address;
  };
  readonly death: {
    /** As precise as `precision` says: `2026`, `2026-11`, `2026-11-15` or `2026-11-15T03:20` (local time). */
    readonly occurredAt: string;
    readonly precision: 'year' | 'month' | 'day' | 'minute';
    readonly place: Address;
    readonly cause: string;
    readonly notice?: {
      readonly kind: string;
      readonly number: string;
      readonly issuedOn: string;
      readonly issuer: string;
    };
  };
  readonly benefits?: {
    readonly regime: BenefitRegime;
    readonly payee: { readonly fullName: string; readonly personalId: string };
    readonly payment: { readonly method: string; readonly account?: string; readonly bank?: string };
  };
}

export type Dossier = BirthDossier | DeathDossier;

/** The office of `agency` that a dossier chose: a commune code, or a province code for insurance and benefits. */
export function officeOf(dossier: Dossier, agency: LinkedAgencyId): string | undefined {
  switch (agency) {
    case 'civil-registry':
      return dossier.agencies.civilRegistry;
    case 'residency':
      return dossier.agencies.residency;
    case 'health-insurance':
      return dossier.procedureGroup === 'birth' ? dossier.agencies.healthInsurance : undefined;
    case 'social-benefits':
      return dossier.procedureGroup === 'death' ? dossier.agencies.socialBenefits : undefined;
  }
}
