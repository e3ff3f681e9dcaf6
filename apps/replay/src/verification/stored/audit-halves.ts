import { loadGeography } from '@lienthong/platform';
import { embeddedExpectation } from '../../run/expectation-of';
import { sourceOf } from '../../run/source-of';
import { OutcomeStatistics } from '../../statistics';
import { type AuditJob, type CaseFindings, type RecordFindings } from './audit-job';
import { CaseAudit } from './case-audit';
import { RecordAudit } from './record-audit';
import { StoredAggregates } from '@lienthong/embedded';

/** Judges every dossier of the source, and sums up what the cases took. */
export async function auditCases(
  { directory, options, asOf }: AuditJob,
  onProgress: (done: number) => void,
): Promise<CaseFindings> {
  const stored = new StoredAggregates(directory);
  try {
    const statistics = new OutcomeStatistics(loadGeography());
    const audit = new CaseAudit(stored, embeddedExpectation(options), asOf, {
      onOutcome: (outcome) => statistics.add(outcome),
      onProgress,
    });
    const verification = await audit.run(sourceOf(options));
    return { verification, statistics: statistics.summary() };
  } finally {
    stored.close();
  }
}

/** Compares every case with what the agencies hold. */
export function auditRecords(
  { directory, asOf }: Pick<AuditJob, 'directory' | 'asOf'>,
  onProgress: (done: number) => void,
): RecordFindings {
  const stored = new StoredAggregates(directory);
  try {
    const faults = new RecordAudit(stored, asOf).run(onProgress);
    return { faults: faults.first, counts: faults.counts() };
  } finally {
    stored.close();
  }
}
