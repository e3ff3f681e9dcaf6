import { type LinkedAgencyId } from './agencies';
import { type Dossier } from './dossier';
import { type Message } from './message';
import { type PolicyId, type Procedure } from './procedures';

/** What the civil registry hands to the other agencies: number, book, page (số, quyển, trang). */
export interface Certificate {
  readonly number: number;
  readonly book: string;
  readonly page: number;
  readonly registeredOn: string;
  readonly office: string;
}

/** Why something was refused or stopped: a code for programs, a text in both languages for people. */
export interface Reason {
  readonly code: string;
  readonly vi: string;
  readonly en: string;
}

/**
 * What an officer should look at before deciding (lưu ý): possible, but unlikely. It decides nothing by itself; a code for
 * programs, a text in both languages for people, without personal data.
 */
export interface Remark extends Reason {
  /** Another dossier that it is about. */
  readonly dossierNumber?: string;
}

export interface WorkRequest {
  readonly attempt: number;
  readonly procedures: readonly Procedure[];
  readonly office: string;
  readonly policy: PolicyId;
  readonly dossier: Dossier;
  /** When the agency should be done (epoch ms), for its officers to see. */
  readonly dueAt: number;
  /** Set for every agency after the registry. */
  readonly certificate?: Certificate;
  /** The child's or the deceased's personal id (số định danh cá nhân), once the registry has it. */
  readonly personalId?: string;
}

/** Commands on `<agency>.commands`. Each takes effect once per (dossier, agency, attempt). */
export type AgencyCommand =
  | Message<'vn.lienthong.work.requested.v1', WorkRequest>
  /** After a supplement: the same work, the next attempt, the new content of the dossier. */
  | Message<
      'vn.lienthong.work.resumed.v1',
      { readonly attempt: number; readonly dossier: Dossier; readonly dueAt: number }
    >
  /** Withdrawal, expiry of the supplement window, or stop: drop the work unless it has a result. */
  | Message<'vn.lienthong.stop.ordered.v1', { readonly reason: Reason }>
  /** After issue: the registry corrects its certificate, the others bring their record in line. */
  | Message<
      'vn.lienthong.correction.ordered.v1',
      {
        readonly correction: number;
        readonly data: CorrectionData;
        readonly note?: string;
        readonly certificate?: Certificate;
        /** Where the registry established another one: sex or year of birth were corrected. */
        readonly personalId?: string;
      }
    >
  /** After issue: undo. Leaves no active record of the case. */
  | Message<'vn.lienthong.revocation.ordered.v1', { readonly reason: Reason }>;

/** Corrected fields of the certificate, by path in the dossier, e.g. `{ "child.fullName": "…" }`. */
export type CorrectionData = Readonly<Record<string, unknown>>;

/** What an agency produced. Only the fields of its own kind of work are set. */
export interface AgencyResult {
  readonly certificate?: Certificate;
  readonly personalId?: string;
  /** Số hồ sơ / số thông báo of the residence authority. */
  readonly residenceNumber?: string;
  readonly cardNumber?: string;
  readonly insuranceNumber?: string;
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly decisions?: readonly {
    readonly procedure: Procedure;
    readonly decisionNumber: string;
    readonly amountVnd: number;
  }[];
}

export type ReportOutcome =
  | 'approved'
  | 'refused'
  | 'supplement-requested'
  | 'verification-opened'
  | 'stopped'
  | 'corrected'
  | 'revoked';

/** The body of every agency event that the saga listens to. Times are epoch ms. */
export interface AgencyReport {
  readonly agency: LinkedAgencyId;
  readonly attempt: number;
  readonly outcome: ReportOutcome;
  /** When the command reached the agency: before it `transit`, after it `queue`. */
  readonly receivedAt: number;
  /** When an officer took it up: after it `agency`. */
  readonly startedAt: number;
  readonly decidedAt: number;
  /** The agency's own dossier number (số hồ sơ nội bộ). */
  readonly localNumber?: string;
  readonly result?: AgencyResult;
  readonly reason?: Reason;
  /** For `corrected`: the number of the correction that was ordered. */
  readonly correction?: number;
}

/** Report types by what they tell; `outcome` says the same in one word. */
export type AgencyReportType =
  | 'vn.lienthong.birth.registered.v1'
  | 'vn.lienthong.death.registered.v1'
  | 'vn.lienthong.registration.refused.v1'
  | 'vn.lienthong.certificate.corrected.v1'
  /** In place of a correction: nothing that the agency holds is among what was corrected. */
  | 'vn.lienthong.correction.not-applicable.v1'
  /** In place of a correction: the registry cannot make it, `reason` says why. */
  | 'vn.lienthong.correction.rejected.v1'
  | 'vn.lienthong.birth-registration.cancelled.v1'
  | 'vn.lienthong.death-registration.cancelled.v1'
  | 'vn.lienthong.residence.registered.v1'
  | 'vn.lienthong.residence.deleted.v1'
  | 'vn.lienthong.residence.refused.v1'
  | 'vn.lienthong.residence-verification.opened.v1'
  | 'vn.lienthong.residence.corrected.v1'
  | 'vn.lienthong.residence.revoked.v1'
  | 'vn.lienthong.health-card.issued.v1'
  | 'vn.lienthong.health-card.refused.v1'
  | 'vn.lienthong.health-card.corrected.v1'
  | 'vn.lienthong.health-card.revoked.v1'
  | 'vn.lienthong.benefit.decided.v1'
  | 'vn.lienthong.benefit.refused.v1'
  | 'vn.lienthong.benefit.corrected.v1'
  | 'vn.lienthong.benefit.revoked.v1'
  | 'vn.lienthong.supplement.requested.v1'
  | 'vn.lienthong.work.stopped.v1';

/**
 * What the registry adds for subscribers that know neither saga nor dossier (judicial records):
 * who it is about, and for a correction what changed.
 */
export interface RegistrySubject {
  readonly personalId: string;
  readonly correction?: CorrectionData;
}

export type AgencyReported = Message<
  AgencyReportType,
  AgencyReport & { readonly registrySubject?: RegistrySubject }
>;

export type PersonalIdAllocated = Message<
  'vn.lienthong.personal-id.allocated.v1',
  { readonly personalId: string; readonly at: number }
>;

/**
 * Where an agency's open work stands, told when it is known: a report tells it only afterwards. Times are epoch ms.
 */
export interface WorkProgress {
  readonly agency: LinkedAgencyId;
  readonly attempt: number;
  /** When the command reached the agency: before it `transit`, after it `queue`. */
  readonly receivedAt: number;
  /** When the work is, or will be, taken up: after it `agency`. Absent while no officer is free for it. */
  readonly startedAt?: number;
}

/** Nothing waits for these, and no history has them: they only tell who holds open work. */
export type WorkProgressed = Message<
  'vn.lienthong.work.received.v1' | 'vn.lienthong.work.started.v1',
  WorkProgress
>;

/** What the officer of an agency should look at, told as soon as the work is in; the whole list each time. */
export type WorkRemarked = Message<
  'vn.lienthong.work.remarked.v1',
  {
    readonly agency: LinkedAgencyId;
    readonly attempt: number;
    readonly remarks: readonly Remark[];
    readonly at: number;
  }
>;

/**
 * The registry corrected whom a death registration is about, for subscribers that know persons: it concerns this one now. The
 * report of the correction tells whom it does not concern any more.
 */
export type DeceasedIdentified = Message<
  'vn.lienthong.deceased.identified.v1',
  { readonly correction: number; readonly registrySubject: RegistrySubject }
>;

/** Everything on the linked agencies' `<agency>.events`. */
export type AgencyEvent =
  AgencyReported | PersonalIdAllocated | DeceasedIdentified | WorkProgressed | WorkRemarked;
