import {
  type BenefitRegime,
  type Decision,
  AGENCY_NUMBERS,
  type LinkedAgencyId,
  type ProcedureGroup,
  type Simulation,
} from '@lienthong/contracts';
import { hashText, unitOf } from './hash';
import { type Rates } from './rates';
import { workingMinutes } from './working-minutes';

/** What identifies one decision of one agency on one dossier. */
export interface DecisionCase {
  readonly seed: number;
  readonly dossierNumber: string;
  readonly agency: LinkedAgencyId;
  /** Counts the agency's decisions on this dossier: 0, 1, 2, … */
  readonly step: number;
  readonly procedureGroup: ProcedureGroup;
  /** Which law pays a death benefit; only social benefits has one. */
  readonly regime?: BenefitRegime | undefined;
  /** The dossier's script. With one, the model draws durations only. */
  readonly simulation?: Simulation | undefined;
  readonly rates: Rates;
}

export interface WorkDecision {
  readonly decision: Decision;
  /** Office-hours time an officer needs for it, in ms: a whole number of minutes. */
  readonly workingMs: number;
}

const DRAWS = { decision: 0, late: 1, duration: 2 } as const;
const DRAWS_PER_DECISION = 3;
const MINUTE_MS = 60_000;

/**
 * What an officer decides and how long it takes: a pure function of seed, dossier, agency and step, so the end
 * of every dossier is known before it runs. Scripted dossiers are never late.
 */
export function decideWork(input: DecisionCase): WorkDecision {
  const hash = hashOf(input);
  const decision = decisionAt(input, hash, input.step);
  const final = decision === 'approve' || decision === 'refuse';
  const late = final && !input.simulation && draw(hash, input.step, DRAWS.late) < input.rates.late;
  const minutes = workingMinutes(
    {
      agency: input.agency,
      procedureGroup: input.procedureGroup,
      regime: input.regime,
      first: input.step === 0,
      verified: final && input.step > 0 && decisionAt(input, hash, input.step - 1) === 'verify',
      final,
      late,
    },
    input.rates.workDays,
    draw(hash, input.step, DRAWS.duration),
  );
  return { decision, workingMs: minutes * MINUTE_MS };
}

/** Only the residence authority verifies on site, and only where a newborn is to live. */
export function canVerify(agency: LinkedAgencyId, procedureGroup: ProcedureGroup): boolean {
  return agency === 'residency' && procedureGroup === 'birth';
}

function decisionAt(input: DecisionCase, hash: number, step: number): Decision {
  return input.simulation
    ? scripted(input, input.simulation[input.agency] ?? [], step)
    : drawn(input, hash, step);
}

/** After the script's end: approve. A `verify` that makes no sense, or a second one, is an approval too. */
function scripted(input: DecisionCase, script: readonly Decision[], step: number): Decision {
  const decision = script[step] ?? 'approve';
  if (decision !== 'verify') return decision;
  const first = canVerify(input.agency, input.procedureGroup) && script.indexOf('verify') === step;
  return first ? 'verify' : 'approve';
}

/**
 * The first decision may ask for a supplement (one request an agency is the rule), the first or the one after
 * the supplement may open a verification; every decision may refuse.
 */
function drawn(input: DecisionCase, hash: number, step: number): Decision {
  const { refusal, supplement, verification } = input.rates;
  const unit = draw(hash, step, DRAWS.decision);
  if (unit < refusal) return 'refuse';
  if (step === 0 && unit < refusal + supplement) return 'request-supplement';
  if (step > 1 || !canVerify(input.agency, input.procedureGroup)) return 'approve';
  if (step === 1 && drawn(input, hash, 0) !== 'request-supplement') return 'approve';
  return unit >= 1 - verification ? 'verify' : 'approve';
}

function hashOf({ seed, dossierNumber, agency }: DecisionCase): number {
  return hashText(seed + AGENCY_NUMBERS[agency] * 0x1000193, dossierNumber);
}

function draw(hash: number, step: number, purpose: number): number {
  return unitOf(hash, step * DRAWS_PER_DECISION + purpose);
}
