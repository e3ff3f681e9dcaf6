import { type Engine } from '@lienthong/engine';
import { type MessageBatch } from '@lienthong/event-bus';
import { type Counter } from 'prom-client';
import { type RegistryTold } from './judicial-records.decider';
import { type PersonFile, type PersonFileStatus } from './person-file';

export interface FoundFile {
  readonly id: string;
  readonly file: PersonFile;
}

/** The files behind the engine. Births pass by, counted. */
export class JudicialRecordsService {
  constructor(
    private readonly engine: Engine<PersonFile, RegistryTold>,
    private readonly notApplicable: Counter,
  ) {}

  async handle(batch: MessageBatch): Promise<void> {
    await this.engine.handle(batch);
    const births = batch.messages.filter(({ type }) => type === 'vn.lienthong.birth.registered.v1').length;
    if (births > 0) this.notApplicable.inc(births);
  }

  async find(id: string): Promise<FoundFile | undefined> {
    const file = await this.engine.read(id);
    return file && { id, file };
  }

  /** Ascending by reference. */
  async list(
    status: PersonFileStatus | undefined,
    limit: number,
    afterId: string | undefined,
  ): Promise<readonly FoundFile[]> {
    const rows = await this.engine.query({
      where: status ? { status } : {},
      limit,
      ...(afterId !== undefined && { afterId }),
    });
    return rows.map(({ id, state }) => ({ id, file: state }));
  }
}
