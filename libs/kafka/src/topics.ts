import { type Topic } from '@lienthong/contracts';

/** Where a record goes that is no message of ours. */
export const DEAD_LETTERS = 'dead-letters';

/** Where processes tell one another what may be lost. */
export const HINTS = 'hints';

/** What topics and consumer groups are called on a cluster that may be shared. */
export class ClusterNames {
  constructor(private readonly prefix: string) {}

  readonly deadLetters = this.of(DEAD_LETTERS);
  readonly hints = this.of(HINTS);

  /** The cluster's name of a topic or consumer group. */
  of(name: string): string {
    return `${this.prefix}${name}`;
  }

  /** The topic that the cluster knows as `name`. */
  topic(name: string): Topic {
    return name.slice(this.prefix.length) as Topic;
  }
}
