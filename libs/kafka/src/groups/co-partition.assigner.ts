import {
  type Assigner,
  type Assignment,
  AssignerProtocol,
  type Cluster,
  type PartitionAssigner,
} from 'kafkajs';
import { type Holder, spreadPartitions } from './spread-partitions';

const { MemberMetadata, MemberAssignment } = AssignerProtocol;
const VERSION = 1;

interface Subscriber extends Holder {
  readonly topics: ReadonlySet<string>;
}

/**
 * Keeps partition p of all topics of a group at the same member, so that all messages of a dossier reach one process.
 * Members tell in their join what they held; the group's leader computes.
 * @param held the partitions that this member holds now
 */
export function coPartitionAssigner(held: () => readonly number[]): PartitionAssigner {
  return ({ cluster }): Assigner => ({
    name: 'lienthong-co-partition',
    version: VERSION,
    protocol: ({ topics }) => ({
      name: 'lienthong-co-partition',
      metadata: MemberMetadata.encode({ version: VERSION, topics, userData: encodeHeld(held()) }),
    }),
    assign: async ({ members, topics }) => {
      const subscribers = members.map(({ memberId, memberMetadata }) => {
        const metadata = MemberMetadata.decode(memberMetadata);
        return { id: memberId, topics: new Set(metadata?.topics), held: decodeHeld(metadata?.userData) };
      });
      return [...assign(topics, subscribers, countsIn(cluster))].map(([memberId, assignment]) => ({
        memberId,
        memberAssignment: MemberAssignment.encode({
          version: VERSION,
          assignment,
          userData: Buffer.alloc(0),
        }),
      }));
    },
  });
}

/** Who gets what. A topic goes to members that subscribe to it only: during an upgrade these may not be all. */
export function assign(
  topics: readonly string[],
  members: readonly Subscriber[],
  partitionsOf: (topic: string) => number,
): ReadonlyMap<string, Assignment> {
  const assignments = new Map(members.map(({ id }): [string, Assignment] => [id, {}]));
  for (const { subscribers, shared } of bySubscribers(topics, members)) {
    const shares = spreadPartitions(Math.max(...shared.map(partitionsOf)), subscribers);
    for (const [id, partitions] of shares) {
      const assignment = assignments.get(id) ?? {};
      for (const topic of shared) assignment[topic] = partitions.filter((p) => p < partitionsOf(topic));
    }
  }
  return assignments;
}

function bySubscribers(
  topics: readonly string[],
  members: readonly Subscriber[],
): readonly { readonly subscribers: readonly Subscriber[]; readonly shared: readonly string[] }[] {
  const groups = new Map<string, { subscribers: readonly Subscriber[]; shared: string[] }>();
  for (const topic of topics) {
    const subscribers = members.filter((member) => member.topics.has(topic));
    if (subscribers.length === 0) continue;
    const key = JSON.stringify(subscribers.map(({ id }) => id));
    const group = groups.get(key);
    if (group) group.shared.push(topic);
    else groups.set(key, { subscribers, shared: [topic] });
  }
  return [...groups.values()];
}

function countsIn(cluster: Cluster): (topic: string) => number {
  return (topic) => cluster.findTopicPartitionMetadata(topic).length;
}

function encodeHeld(held: readonly number[]): Buffer {
  const data = Buffer.alloc(held.length * 4);
  held.forEach((partition, at) => data.writeInt32BE(partition, at * 4));
  return data;
}

function decodeHeld(data: Buffer | null | undefined): readonly number[] {
  if (!data || data.length % 4 !== 0) return [];
  return Array.from({ length: data.length / 4 }, (_, at) => data.readInt32BE(at * 4));
}
