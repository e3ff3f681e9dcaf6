import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HttpJson } from '../support/http-json';
import { type ScriptedDossier, scriptedDossiers } from '../support/load/scripted-dossiers';
import { StandaloneProcess } from '../support/standalone-process';

/** Starts are what these tests wait for, and what is looked at on standard error are lines for people. */
const LEAN = { CONSOLE: 'off', LOG_LEVEL: 'silent' };
const FLAGS = ['--clock', 'virtual', '--start', '2026-03-02T08:00:00+07:00', '--sample', '0'];

/** A folder with a data directory in it, the processes that run on it, and the dossiers filed there. */
export class StoragePlace {
  readonly folder = mkdtempSync(join(tmpdir(), 'lienthong-storage-'));
  readonly data = join(this.folder, 'data');
  /** Dossier numbers by idempotency key: what was acknowledged. */
  readonly taken = new Map<string, string>();
  private readonly waiting: ScriptedDossier[] = [...scriptedDossiers(2_400, 600, '2026-01-05', '2026-02-27')];
  private readonly processes: StandaloneProcess[] = [];
  private readonly clients: HttpJson[] = [];

  start(...flags: string[]): StandaloneProcess {
    const process = StandaloneProcess.start(this.folder, [...FLAGS, ...flags], LEAN);
    this.processes.push(process);
    return process;
  }

  async client(process: StandaloneProcess): Promise<HttpJson> {
    const client = new HttpJson((await process.ready()).url);
    this.clients.push(client);
    return client;
  }

  /** Starts, files so many dossiers and stops. */
  async fill(dossiers: number): Promise<void> {
    const process = this.start();
    const client = await this.client(process);
    await Promise.all(Array.from({ length: dossiers }, () => this.file(client)));
    expect(await process.send('SIGTERM')).toEqual({ code: 0, signal: null });
  }

  /** Files one more dossier and answers the status; undefined where the connection broke. */
  async file(client: HttpJson): Promise<number | undefined> {
    const next = this.waiting.pop();
    if (!next) throw new Error('there are no more dossiers to file');
    const answer = await client
      .post<{ dossierNumber: string }>('/v1/dossiers', next.dossier, { 'idempotency-key': next.key })
      .catch(() => undefined);
    if (answer?.status === 202) this.taken.set(next.key, answer.body.dossierNumber);
    return answer?.status;
  }

  /** Dossiers of those given that are not there. */
  async missing(client: HttpJson, numbers: readonly string[] = [...this.taken.values()]): Promise<string[]> {
    const missing: string[] = [];
    for (const number of numbers)
      if ((await client.get(`/v1/dossiers/${number}`)).status !== 200) missing.push(number);
    return missing;
  }

  async remove(): Promise<void> {
    for (const client of this.clients) client.close();
    await Promise.all(this.processes.map((process) => process.send('SIGKILL')));
    rmSync(this.folder, { recursive: true, force: true });
  }
}
