import { parentPort, workerData } from 'node:worker_threads';
import { auditCases, auditRecords } from './audit-halves';
import { type AuditHalf, type AuditJob, type AuditMessage } from './audit-job';

/** One half of an audit on a thread of its own: reads the file that the stopped system left. */
const { half, job } = workerData as { readonly half: AuditHalf; readonly job: AuditJob };
const tell = (message: AuditMessage): void => parentPort?.postMessage(message);
const onProgress = (done: number): void => tell({ done });

if (half === 'records') tell({ records: auditRecords(job, onProgress) });
else void auditCases(job, onProgress).then((cases) => tell({ cases }));
