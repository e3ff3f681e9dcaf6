import { request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { BAD_BATCHES, BAD_INPUTS, type BadBatch, type BadInput } from './cases';

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** Values of the examples that no answer may repeat. */
const PERSONAL = [
  'Nguyễn',
  'Trần Thị',
  '001090012345',
  '001192054321',
  '001045022222',
  '0912345678',
  'example.vn',
  'Đội Cấn',
  'Kim Mã',
];

/**
 * Sends every bad input to a running gateway and says what is not as the table has it; empty when all is well. The
 * server's clock must be a simulation's, between 2026-11-16 and the end of the calendar's data.
 */
export async function runBadInput(baseUrl: string): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const input of BAD_INPUTS) faults.push(...(await check(baseUrl, input)));
  for (const batch of BAD_BATCHES) faults.push(...(await checkBatch(baseUrl, batch)));
  return faults;
}

async function check(baseUrl: string, input: BadInput): Promise<string[]> {
  const answer = await (input.raw === undefined ? send(baseUrl, input) : sendRaw(baseUrl, input.raw)).catch(
    (error: unknown): Answer => ({ status: 0, type: '', text: String(error) }),
  );
  const faults: string[] = [];
  const expect = (what: string, actual: unknown, expected: unknown): void => {
    if (actual !== expected)
      faults.push(
        `${input.name}: ${what} is ${String(actual)}, not ${String(expected)}: ${answer.text.slice(0, 300)}`,
      );
  };
  expect('status', answer.status, input.status);
  expect('content type', answer.type, 'application/problem+json; charset=utf-8');
  const problem = parse(answer.text);
  expect('code', problem.code, input.code);
  expect('status member', problem.status, input.status);
  expect('type', problem.type, `/problems/${input.code}`);
  if (input.raw === undefined) expect('trace id', /^[0-9a-f]{32}$/.test(problem.traceId ?? ''), true);
  const errors = problem.errors?.map(({ pointer, code }) => `${pointer} ${code}`).sort();
  expect('errors', errors?.join(', '), input.errors && [...input.errors].sort().join(', '));
  if (problem.errors?.some(({ message }) => !message || /[{}]/.test(message)))
    faults.push(`${input.name}: a message is not filled in`);
  for (const value of PERSONAL)
    if (answer.text.includes(value)) faults.push(`${input.name}: the answer repeats ${value}`);
  return faults;
}

async function checkBatch(baseUrl: string, { name, body, results }: BadBatch): Promise<string[]> {
  const headers = { 'content-type': 'application/x-ndjson' };
  const answer = await send(baseUrl, {
    name,
    body,
    headers,
    path: '/v1/dossiers/batch',
    status: 200,
    code: '',
  });
  const faults: string[] = [];
  if (answer.status !== 200) faults.push(`${name}: status is ${answer.status}: ${answer.text.slice(0, 300)}`);
  const lines = answer.text
    .split('\n')
    .filter(Boolean)
    .map((text) => JSON.parse(text) as { line: number; status: number; code?: string });
  const got = lines.map(
    ({ line, status, code }) => `${line} ${status}${code === undefined ? '' : ` ${code}`}`,
  );
  if (got.join('\n') !== results.join('\n')) faults.push(`${name}: got\n${got.join('\n')}`);
  for (const value of PERSONAL)
    if (answer.text.includes(value)) faults.push(`${name}: the answer repeats ${value}`);
  return faults;
}

interface ParsedProblem {
  readonly type?: string;
  readonly status?: number;
  readonly code?: string;
  readonly traceId?: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string; readonly message: string }[];
}

function parse(text: string): ParsedProblem {
  try {
    return JSON.parse(text) as ParsedProblem;
  } catch {
    return {};
  }
}

/** Plain Node: `fetch` would mend headers and paths that are meant to be wrong. */
function send(
  baseUrl: string,
  { name, method = 'POST', path = '/v1/dossiers', body, headers, chunked }: BadInput,
): Promise<Answer> {
  const bytes = body === undefined ? undefined : Buffer.from(body);
  const all: Record<string, string | undefined> = {
    'idempotency-key': name,
    ...(method === 'GET' || method === 'DELETE' ? {} : { 'content-type': 'application/json' }),
    ...(bytes && !chunked ? { 'content-length': String(bytes.length) } : {}),
    ...headers,
  };
  const sent = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  const { hostname, port } = new URL(baseUrl);
  return new Promise((resolve, reject) => {
    const call = request({ hostname, port, method, path, headers: sent, agent: false }, (response) =>
      resolve(read(response)),
    );
    // A server that has refused may close before it has read everything: its answer has come by then, and this is moot.
    call.on('error', reject);
    if (bytes && chunked) call.write(bytes.subarray(0, 1));
    call.end(bytes && chunked ? bytes.subarray(1) : bytes);
  });
}

async function read(response: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return {
    status: response.statusCode ?? 0,
    type: response.headers['content-type'] ?? '',
    text: Buffer.concat(chunks).toString(),
  };
}

function sendRaw(baseUrl: string, bytes: string): Promise<Answer> {
  const { hostname, port } = new URL(baseUrl);
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.on('error', reject);
    socket.on('close', () => {
      const [head = '', body = ''] = text.split('\r\n\r\n');
      const type = /^content-type: (.*)$/im.exec(head)?.[1] ?? '';
      resolve({ status: Number(head.split(' ')[1]), type, text: body });
    });
  });
}
