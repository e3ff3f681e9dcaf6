import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { FaultLog } from '../fault';
import { auditCases, auditRecords } from './audit-halves';
import {
  type AuditHalf,
  type AuditJob,
  type AuditMessage,
  type CaseFindings,
  type RecordFindings,
} from './audit-job';

/**
 * Every case decoded is garbage soon after: with room for many, little of it has to be copied. What is kept (numbers given
 * out) lies outside these heaps, which would otherwise grow for as long as the machine has memory.
 */
const HEAP = { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 256 };

/** The audit was broken off. */
export class AuditStopped extends Error {}

export interface AuditHooks {
  /** Told how many dossiers, of both halves together, have been gone through: twice the source's number at the end. */
  readonly onProgress: (done: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Audits the data of a stopped embedded run, on two cores where there is a compiled worker to start.
 * @throws AuditStopped when the signal is aborted: nothing is lost, an audit can begin anew
 */
export async function audit(job: AuditJob, { onProgress, signal }: AuditHooks): Promise<CaseFindings> {
  const done: Record<AuditHalf, number> = { cases: 0, records: 0 };
  const progress =
    (half: AuditHalf) =>
    (dossiers: number): void => {
      done[half] = dossiers;
      onProgress(done.cases + done.records);
    };
  const [cases, records] = existsSync(workerFile())
    ? await Promise.all([
        inThread('cases', job, progress('cases'), signal).then(casesOf),
        inThread('records', job, progress('records'), signal).then(recordsOf),
      ])
    : [await auditCases(job, progress('cases')), auditRecords(job, progress('records'))];
  return { ...cases, verification: together(cases, records) };
}

function inThread(
  half: AuditHalf,
  job: AuditJob,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<AuditMessage> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile(), { workerData: { half, job }, resourceLimits: HEAP });
    const stop = (): void => {
      reject(new AuditStopped('the audit was broken off'));
      void worker.terminate();
    };
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    worker.on('message', (message: AuditMessage) => {
      if ('done' in message) onProgress(message.done);
      else resolve(message);
    });
    worker.once('error', reject);
    worker.once('exit', () => {
      signal.removeEventListener('abort', stop);
      reject(new Error(`the audit of the ${half} ended without a finding`));
    });
  });
}

function together(
  { verification }: CaseFindings,
  { faults, counts }: RecordFindings,
): CaseFindings['verification'] {
  const all = new FaultLog();
  all.merge(verification.faults, verification.faultCounts);
  all.merge(faults, counts);
  return {
    ...verification,
    verified: all.total === 0,
    faults: all.first,
    faultCounts: all.counts(),
    faultCount: all.total,
  };
}

function casesOf(message: AuditMessage): CaseFindings {
  if (!('cases' in message)) throw new Error('the audit of the cases told something else');
  return message.cases;
}

function recordsOf(message: AuditMessage): RecordFindings {
  if (!('records' in message)) throw new Error('the audit of the records told something else');
  return message.records;
}

function workerFile(): string {
  return join(__dirname, 'audit.worker.js');
}
