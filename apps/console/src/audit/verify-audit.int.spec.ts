import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AuditEntry } from '@lienthong/contracts';
import { type AuditDraft, CHAIN_START, chained } from './audit-chain';

const SCRIPT = join(__dirname, '../../../../scripts/verify-audit.mjs');

function draft(target: string): AuditDraft {
  return {
    at: '2026-11-16T08:00:00.000+07:00',
    actor: 'người vận hành',
    roles: ['operator', 'supervisor'],
    action: 'incident.retry',
    target,
    reason: 'Thử lại "sau" khi sửa\n\tđường truyền \u2028',
    outcome: 'done',
    before: { attempts: 2, share: 0.1, nothing: null },
    after: { incident: 'closed' },
    operation: 'o-1',
  };
}

const ENTRIES = chained(CHAIN_START, ['a', 'b', 'c', 'd'].map(draft));
const LAST = ENTRIES.at(-1)?.hash ?? '';

describe('audit:verify', () => {
  let folder: string;

  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'lienthong-audit-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  async function verify(
    entries: readonly AuditEntry[],
    ...args: string[]
  ): Promise<{ code: number | null; said: string }> {
    const file = join(folder, 'audit.ndjson');
    writeFileSync(file, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
    return run('--file', file, ...args);
  }

  it('follows what the server wrote, and names the last hash', async () => {
    expect(await verify(ENTRIES)).toEqual({
      code: 0,
      said: `4 entries, an unbroken chain. Note the last hash: ${LAST}\n`,
    });
  });

  it.each<[string, (entries: AuditEntry[]) => AuditEntry[], string]>([
    [
      'a field was changed',
      (all) => all.map((e, i) => (i === 2 ? { ...e, actor: 'x' } : e)),
      'entry 3 is broken: hash',
    ],
    [
      'an entry was removed',
      (all) => all.filter((_, i) => i !== 1),
      'entry 2 is broken: the entry that stands here has number 3',
    ],
    ['entries were exchanged', ([a, b, c, d]) => [a, c, b, d] as AuditEntry[], 'entry 2 is broken'],
    ['the beginning was cut off', (all) => all.slice(1), 'entry 1 is broken'],
  ])('exits 1 with the first broken entry when %s', async (_what, tamper, said) => {
    const answer = await verify(tamper([...ENTRIES]));
    expect(answer.code).toBe(1);
    expect(answer.said).toContain(said);
  });

  it('sees that the end was cut off by the hash that was noted', async () => {
    expect((await verify(ENTRIES.slice(0, 3))).code).toBe(0);
    const cut = await verify(ENTRIES.slice(0, 3), '--head', LAST);
    expect(cut).toMatchObject({ code: 1, said: expect.stringContaining('the log was cut off') as string });
    expect((await verify(ENTRIES, '--head', ENTRIES[1]?.hash ?? '')).code).toBe(0);
  });

  it('says how it is called', async () => {
    expect(await run('--help')).toMatchObject({ code: 0, said: expect.stringContaining('Usage:') as string });
    expect(await run()).toEqual({ code: 2, said: 'one of --url and --file is needed (see --help)\n' });
    expect((await run('--file', join(folder, 'none'))).code).toBe(2);
  });
});

function run(...args: string[]): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [SCRIPT, ...args]);
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('close', (code) => resolve({ code, said }));
  });
}
