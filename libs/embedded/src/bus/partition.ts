import { type Message, type Topic } from '@lienthong/contracts';
import { type MessageBatch } from '@lienthong/event-bus';

/** Messages as the disk keeps them: one row for what one commit found unconsumed. */
export interface Segment {
  readonly base: number;
  readonly count: number;
}

type Portion = Pick<MessageBatch, 'messages' | 'nextOffset' | 'publishedAt'>;

/** One topic partition: the messages that some consumer group has still to take, and how far each group is. */
export class Partition {
  private readonly messages: Message[] = [];
  /** When each of `messages` was appended, epoch ms; undefined of those that were found on disk. */
  private readonly appendedAt: (number | undefined)[] = [];
  /** Offset of `messages[0]`. */
  private base = 0;
  private readonly acknowledged = new Map<string, number>();
  private readonly segments: Segment[] = [];
  /** Everything below is on disk, or consumed and gone. */
  private writtenUpTo = 0;
  private readonly changedGroups = new Set<string>();
  private readonly leftGroups = new Set<string>();
  /** What each group wants; a group that is not running now may want everything. */
  private readonly wanted = new Map<string, ReadonlySet<string> | undefined>();

  constructor(
    readonly topic: Topic,
    readonly index: number,
  ) {}

  get next(): number {
    return this.base + this.messages.length;
  }

  /** Messages that the slowest group has still to take. */
  get backlog(): number {
    return this.next - this.consumed;
  }

  /** Messages that this group has still to take; none where it has not joined. */
  backlogOf(group: string): number {
    return this.next - this.offsetOf(group);
  }

  /** Takes the message in, unless no group wants its type. */
  append(message: Message): boolean {
    if (!this.isWanted(message.type)) return false;
    this.messages.push(message);
    this.appendedAt.push(Date.now());
    return true;
  }

  /** @param types what the group wants; unset: everything */
  join(group: string, types?: ReadonlySet<string>): void {
    this.wanted.set(group, types);
    this.leftGroups.delete(group);
    if (this.acknowledged.has(group)) return;
    this.acknowledged.set(group, this.next);
    this.changedGroups.add(group);
  }

  /** Whether the group was there. */
  leave(group: string): boolean {
    this.wanted.delete(group);
    this.changedGroups.delete(group);
    if (!this.acknowledged.delete(group)) return false;
    this.leftGroups.add(group);
    return true;
  }

  /** From disk: where a group was. */
  restoreGroup(group: string, offset: number): void {
    this.acknowledged.set(group, offset);
    if (this.messages.length === 0 && offset > this.base) this.base = this.writtenUpTo = offset;
  }

  /** From disk, in order: messages not every group had taken. */
  restoreSegment(base: number, messages: readonly Message[]): void {
    if (this.messages.length === 0) this.base = base;
    for (const message of messages) {
      this.messages.push(message);
      this.appendedAt.push(undefined);
    }
    this.segments.push({ base, count: messages.length });
    this.writtenUpTo = this.next;
  }

  acknowledge(group: string, offset: number): void {
    if (offset <= (this.acknowledged.get(group) ?? 0)) return;
    this.acknowledged.set(group, offset);
    this.changedGroups.add(group);
  }

  offsetOf(group: string): number {
    return this.acknowledged.get(group) ?? this.next;
  }

  /** Up to `limit` messages from `offset` on, those that the group wants, and the offset after them. */
  read(group: string, limit: number): Portion {
    const from = Math.max(0, this.offsetOf(group) - this.base);
    const messages = this.messages.slice(from, from + limit);
    const types = this.wanted.get(group);
    const publishedAt = this.appendedAt[from];
    return {
      messages: types ? messages.filter(({ type }) => types.has(type)) : messages,
      nextOffset: this.base + from + messages.length,
      ...(publishedAt === undefined ? undefined : { publishedAt }),
    };
  }

  /** What the disk lacks and still needs: messages that came and went between two commits never reach it. */
  takeUnwritten(): { readonly base: number; readonly messages: readonly Message[] } | undefined {
    const base = Math.max(this.writtenUpTo, this.consumed);
    this.writtenUpTo = this.next;
    if (base >= this.next) return undefined;
    const messages = this.messages.slice(base - this.base);
    this.segments.push({ base, count: messages.length });
    return { base, messages };
  }

  /** Segments every group is past; also forgets their messages. */
  takeConsumed(): readonly Segment[] {
    const consumed = this.consumed;
    if (consumed > this.base) {
      this.messages.splice(0, consumed - this.base);
      this.appendedAt.splice(0, consumed - this.base);
      this.base = consumed;
    }
    let gone = 0;
    while (gone < this.segments.length && end(this.segments[gone]) <= consumed) gone++;
    return this.segments.splice(0, gone);
  }

  takeOffsets(): readonly (readonly [group: string, offset: number])[] {
    const offsets = [...this.changedGroups].map((group) => [group, this.offsetOf(group)] as const);
    this.changedGroups.clear();
    return offsets;
  }

  takeLeft(): readonly string[] {
    const groups = [...this.leftGroups];
    this.leftGroups.clear();
    return groups;
  }

  private isWanted(type: string): boolean {
    for (const group of this.acknowledged.keys()) if (this.wanted.get(group)?.has(type) ?? true) return true;
    return false;
  }

  private get consumed(): number {
    let lowest = this.next;
    for (const offset of this.acknowledged.values()) if (offset < lowest) lowest = offset;
    return lowest;
  }
}

function end(segment: Segment | undefined): number {
  return segment ? segment.base + segment.count : Infinity;
}
