import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { readArguments, refuse } from './lib/arguments.mjs';
import './lib/closed-output.mjs';

/**
 * Follows the chain of an audit log by itself: it shares no code with the server that wrote it. Exits 0 when every entry
 * fits, 1 naming the first that does not, 2 when it cannot be asked for.
 */
const USAGE = `Usage: npm run audit:verify -- (--url <origin> | --file <audit.ndjson>) [--head <hash>]
  --url   of a running system; API_KEY in the environment is shown as the key, if any
  --file  what GET /v1/operations/audit.ndjson answered
  --head  the last hash that was noted before: it must still stand in the log`;
const START = '0'.repeat(64);

/** RFC 8785: members by UTF-16 code units, nothing between them. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}

async function download(origin) {
  const key = process.env.API_KEY;
  const headers = key ? { authorization: `Bearer ${key}` } : {};
  let answer;
  try {
    answer = await fetch(new URL('/v1/operations/audit.ndjson', origin), { headers });
  } catch {
    return refuse(`${origin} does not answer`);
  }
  if (!answer.ok) refuse(`${origin} answers ${answer.status}: API_KEY must be of a supervisor or an auditor`);
  return Readable.fromWeb(answer.body);
}

function faultOf(entry, end) {
  const { hash, ...unsigned } = entry;
  if (entry.number !== end.number + 1)
    return `the entry that stands here has number ${entry.number}: ${end.number + 1} is missing`;
  if (entry.previousHash !== end.hash) return 'previousHash is not the hash of the entry before';
  if (hash !== createHash('sha256').update(canonical(unsigned)).digest('hex'))
    return 'hash is not that of the content';
  return undefined;
}

function parse(line) {
  try {
    return JSON.parse(line);
  } catch {
    return {};
  }
}

/** Answers where the chain ends, whether the noted hash was met, and what is wrong. */
async function follow(lines, head) {
  let end = { number: 0, hash: START };
  let met = head === undefined || head === START;
  for await (const line of lines) {
    if (line === '') continue;
    const entry = parse(line);
    const why = faultOf(entry, end);
    if (why) return { end, broken: `entry ${end.number + 1} is broken: ${why}` };
    end = { number: entry.number, hash: entry.hash };
    met ||= entry.hash === head;
  }
  return {
    end,
    broken: met ? undefined : `the log was cut off: no entry up to ${end.number} has the hash ${head}`,
  };
}

const text = { type: 'string' };
const { url, file, head } = readArguments(USAGE, { url: text, file: text, head: text });
if ((url === undefined) === (file === undefined)) refuse('one of --url and --file is needed');
if (head !== undefined && !/^[0-9a-f]{64}$/.test(head)) refuse('--head is 64 hex digits');
const source = file === undefined ? await download(url) : createReadStream(file);
source.on('error', () => refuse(`${file ?? url} cannot be read`));
const { end, broken } = await follow(createInterface({ input: source, crlfDelay: Infinity }), head);
if (broken) {
  console.error(broken);
  process.exit(1);
}
console.log(`${end.number} entries, an unbroken chain. Note the last hash: ${end.hash}`);
