import { type AggregateDocument } from '../documents/aggregate.document';

export interface Mark {
  readonly id: string;
  readonly version: number;
  readonly attempt: number;
  /** Epoch ms of the real clock. */
  readonly since: number;
}

/**
 * The documents that this process has saved with `unpublishedSince` and not saved again since: what the sweeper takes the
 * mark away from once they are published. What is forgotten here when the process ends, another process finds by the mark.
 */
export class OwnMarks {
  private readonly marks = new Map<string, Mark>();

  saved({ _id: id, version, attempt, unpublishedSince: since }: AggregateDocument): void {
    this.marks.delete(id);
    if (since !== undefined) this.marks.set(id, { id, version, attempt, since });
  }

  /** Those made at `cutoff` or earlier, oldest first. */
  *upTo(cutoff: number): Generator<Mark> {
    for (const mark of this.marks.values()) {
      if (mark.since > cutoff) return;
      yield mark;
    }
  }

  cleared(marks: readonly Mark[]): void {
    for (const mark of marks) if (this.marks.get(mark.id) === mark) this.marks.delete(mark.id);
  }
}
