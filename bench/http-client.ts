import { Agent, request } from 'node:http';
import { benchDossiers } from './bench-dossiers';

const CONNECTIONS = 64;

export interface HttpClientReport {
  readonly connections: number;
  readonly answerMs: readonly number[];
}

/** Started by the HTTP benchmark: submits dossiers over kept connections and sends its latencies home. */
async function run(url: string, cases: number, skip: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const answerMs: number[] = [];
  const dossiers = benchDossiers(cases, skip);
  const submitAll = async (): Promise<void> => {
    for (const { key, dossier } of dossiers) {
      const start = performance.now();
      const status = await post(`${url}/v1/dossiers`, key, JSON.stringify(dossier), agent);
      if (status !== 202) throw new Error(`${key} was answered ${status}`);
      answerMs.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, submitAll));
  agent.destroy();
  process.send?.({ connections: CONNECTIONS, answerMs } satisfies HttpClientReport, () =>
    process.disconnect(),
  );
}

function post(url: string, key: string, body: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'idempotency-key': key,
      'content-length': Buffer.byteLength(body),
    };
    const call = request(url, { method: 'POST', agent, headers }, (answer) => {
      answer.resume();
      answer.once('end', () => resolve(answer.statusCode ?? 0));
    });
    call.once('error', reject);
    call.end(body);
  });
}

void run(process.argv[2] ?? '', Number(process.argv[3]), Number(process.argv[4]));
