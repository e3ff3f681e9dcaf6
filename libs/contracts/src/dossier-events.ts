import { type LinkedAgencyId } from './agencies';
import { type Dossier } from './dossier';
import { type Message } from './message';
import { type PolicyId } from './procedures';
import { type CorrectionData, type Reason } from './work';

/** What the citizen or an operator did, on `dossier.events`, published by the gateway. */
export type DossierEvent =
  | Message<
      'vn.lienthong.dossier.submitted.v1',
      {
        readonly dossier: Dossier;
        readonly policy: PolicyId;
        readonly submittedAt: number;
        /** Set: the gateway's simulated applicant answers supplement requests (replays, demonstrations). */
        readonly simulatedApplicant?: true;
        /** Who handed it in, where callers are known: an integrator sees its own dossiers only. */
        readonly submittedBy?: string;
      }
    >
  | Message<
      'vn.lienthong.supplement.provided.v1',
      {
        readonly agency: LinkedAgencyId;
        readonly data: Readonly<Record<string, unknown>>;
        readonly note?: string;
      }
    >
  | Message<'vn.lienthong.withdrawal.requested.v1', { readonly reason: string }>
  | Message<'vn.lienthong.stop.requested.v1', { readonly reason: Reason }>
  | Message<'vn.lienthong.correction.requested.v1', { readonly data: CorrectionData; readonly note?: string }>
  | Message<'vn.lienthong.cancellation.requested.v1', { readonly reason: string }>;
