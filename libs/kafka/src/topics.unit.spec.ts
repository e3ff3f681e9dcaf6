import { TOPICS } from '@lienthong/contracts';
import { ClusterNames } from './topics';

describe('ClusterNames', () => {
  it('finds back a topic from its name on the cluster', () => {
    const names = new ClusterNames('staging.');
    expect(names.deadLetters).toBe('staging.dead-letters');
    for (const topic of TOPICS) expect(names.topic(names.of(topic))).toBe(topic);
  });
});
