import { type LinkedAgencyId, type WorkItemStatus } from '@lienthong/contracts';
import { type AggregateQuery, type Engine } from '@lienthong/engine';
import { type MessageBatch } from '@lienthong/event-bus';
import { type AgencyInput, type OfficerDecision } from '../domain/agency-input';
import { type Office } from '../domain/office/office';
import { isForOffice, type OfficeMessage } from '../domain/office/office.messages';
import { type AgencyRecord, statusAt, type WorkItem } from '../domain/work-item';

export type AnyWorkItem = WorkItem<unknown, AgencyRecord>;

export interface FoundWork {
  readonly id: string;
  readonly item: AnyWorkItem;
  readonly status: WorkItemStatus;
}

export interface WorkFilter {
  /** Of one of these; unset: of any. */
  readonly offices?: readonly string[] | undefined;
  readonly status?: WorkItemStatus | undefined;
  readonly limit: number;
  readonly afterId?: string | undefined;
}

export interface WorkPage {
  readonly items: readonly FoundWork[];
  /** Where to go on; none when everything was looked at. */
  readonly nextId?: string;
}

const ROWS_A_QUERY = 200;
const QUERIES_A_PAGE = 10;
const CLOSED: ReadonlySet<WorkItemStatus> = new Set<WorkItemStatus>(['decided', 'stopped']);

/** One agency's service: its work items and the queues of its offices, behind their engines. Also the injection token. */
export class AgencyDesk {
  constructor(
    readonly agency: LinkedAgencyId,
    private readonly engine: Engine<AnyWorkItem, AgencyInput>,
    private readonly offices: Engine<Office, OfficeMessage>,
    private readonly now: () => number,
  ) {}

  /**
   * What offices are told takes effect first and acknowledges nothing: if the work items then fail, the batch comes
   * again, and the offices know what they have seen.
   */
  async handle(batch: MessageBatch): Promise<void> {
    if (batch.messages.some(isForOffice)) await this.offices.handle({ ...batch, nextOffset: 0 });
    await this.engine.handle(batch);
  }

  async find(id: string): Promise<FoundWork | undefined> {
    const item = await this.engine.read(id);
    return item && { id, item, status: statusAt(item, this.now()) };
  }

  /** @throws OfficerDecisionRefused */
  async decide(id: string, decision: OfficerDecision): Promise<FoundWork | undefined> {
    const item = await this.engine.execute(id, decision);
    return item && { id, item, status: statusAt(item, this.now()) };
  }

  /**
   * Work items ascending by id. What no facet tells is sifted here, over a bounded number of rows: a page may be
   * short and still have a next one.
   */
  async list(filter: WorkFilter): Promise<WorkPage> {
    const items: FoundWork[] = [];
    const where = whereOf(filter);
    let afterId = filter.afterId;
    for (let queries = 0; queries < QUERIES_A_PAGE; queries++) {
      const rows = await this.engine.query({
        where,
        limit: ROWS_A_QUERY,
        ...(afterId !== undefined && { afterId }),
      });
      for (const { id, state: item } of rows) {
        afterId = id;
        const status = statusAt(item, this.now());
        if (!matches(item, status, filter)) continue;
        items.push({ id, item, status });
        if (items.length === filter.limit) return { items, nextId: id };
      }
      if (rows.length < ROWS_A_QUERY) return { items };
    }
    return { items, ...(afterId !== undefined && { nextId: afterId }) };
  }
}

function whereOf({ offices, status }: WorkFilter): NonNullable<AggregateQuery['where']> {
  if (offices && status && !CLOSED.has(status)) return { desk: offices };
  return status ? { status: status === 'working' ? 'queued' : status } : {};
}

function matches(item: AnyWorkItem, status: WorkItemStatus, filter: WorkFilter): boolean {
  return (
    (filter.offices === undefined || filter.offices.includes(item.office)) &&
    (filter.status === undefined || status === filter.status)
  );
}
