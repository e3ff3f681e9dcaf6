import { partitionOfKey } from './partition-of-key';

/** What one member of a consumer group knows of its share, by the cluster's topic names. */
export class Membership {
  private assignment: ReadonlyMap<string, ReadonlySet<number>> | undefined;
  private joins = 0;

  /** @param partitionsOf how many partitions a topic has, by the cluster's topic name */
  constructor(private readonly partitionsOf: ReadonlyMap<string, number>) {}

  /** The share was given, with every rebalance anew; it may be empty. */
  join(assignment: Readonly<Record<string, readonly number[]>>): void {
    this.joins++;
    this.assignment = new Map(
      Object.entries(assignment).map(([topic, partitions]) => [topic, new Set(partitions)]),
    );
  }

  /** The share is not ours any more, or about to be given anew. */
  leave(): void {
    this.assignment = undefined;
  }

  get joined(): boolean {
    return this.assignment !== undefined;
  }

  /** Identifies the present share; `undefined` between two of them. */
  get share(): number | undefined {
    return this.joined ? this.joins : undefined;
  }

  /** Whether the partition of the group's topics that `key` hashes to is ours. */
  owns(key: string): boolean {
    const [topic, partitions] = this.assignment?.entries().next().value ?? [];
    if (topic === undefined || partitions === undefined) return false;
    const count = this.partitionsOf.get(topic);
    return count !== undefined && partitions.has(partitionOfKey(key, count));
  }

  /** The partitions of any topic of the group. */
  held(): readonly number[] {
    return [...new Set([...(this.assignment?.values() ?? [])].flatMap((partitions) => [...partitions]))];
  }
}
