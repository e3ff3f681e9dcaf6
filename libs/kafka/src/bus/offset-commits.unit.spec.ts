import { type EachBatchPayload } from 'kafkajs';
import { OffsetCommits } from './offset-commits';

type Offsets = ReturnType<EachBatchPayload['uncommittedOffsets']>;

/** A consumer whose commits the test answers. */
class Consumer {
  readonly commits: { readonly offset: string; answer(error?: Error): void }[] = [];
  private worked = 0;
  running = true;

  work(commits: OffsetCommits): void {
    this.worked++;
    commits.resolved(this);
  }

  isRunning(): boolean {
    return this.running;
  }

  uncommittedOffsets(): Offsets {
    return { topics: [{ topic: 't', partitions: [{ partition: 0, offset: String(this.worked) }] }] };
  }

  commitOffsetsIfNecessary({ topics }: Offsets = { topics: [] }): Promise<void> {
    return new Promise((resolve, reject) =>
      this.commits.push({
        offset: topics[0]?.partitions[0]?.offset ?? '',
        answer: (error) => (error ? reject(error) : resolve()),
      }),
    );
  }

  get offsets(): readonly string[] {
    return this.commits.map(({ offset }) => offset);
  }
}

describe('OffsetCommits', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('commits many batches at once, a moment after the first', async () => {
    const consumer = new Consumer();
    const commits = new OffsetCommits(250);
    consumer.work(commits);
    await jest.advanceTimersByTimeAsync(249);
    consumer.work(commits);
    expect(consumer.offsets).toEqual([]);
    await jest.advanceTimersByTimeAsync(1);
    expect(consumer.offsets).toEqual(['2']);
    consumer.commits[0]?.answer();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(consumer.offsets).toEqual(['2']);
  });

  it('commits at once when asked to, and nothing when there is nothing', async () => {
    const consumer = new Consumer();
    const commits = new OffsetCommits(250);
    await commits.commit();
    consumer.work(commits);
    const done = commits.commit();
    await jest.advanceTimersByTimeAsync(0);
    consumer.commits[0]?.answer();
    await done;
    await commits.commit();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(consumer.offsets).toEqual(['1']);
  });

  it('has one commit under way at a time, the later one with what was worked meanwhile', async () => {
    const consumer = new Consumer();
    const commits = new OffsetCommits(250);
    consumer.work(commits);
    await jest.advanceTimersByTimeAsync(250);
    consumer.work(commits);
    const last = commits.commit();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(consumer.offsets).toEqual(['1']);
    consumer.commits[0]?.answer();
    await jest.advanceTimersByTimeAsync(0);
    expect(consumer.offsets).toEqual(['1', '2']);
    consumer.commits[1]?.answer();
    await last;
  });

  it('tries again what failed, for as long as its consumer runs', async () => {
    const consumer = new Consumer();
    const commits = new OffsetCommits(250);
    consumer.work(commits);
    const failed = commits.commit();
    await jest.advanceTimersByTimeAsync(0);
    consumer.commits[0]?.answer(new Error('REBALANCE_IN_PROGRESS'));
    await failed;
    await jest.advanceTimersByTimeAsync(250);
    expect(consumer.offsets).toEqual(['1', '1']);
    consumer.running = false;
    consumer.commits[1]?.answer(new Error('away'));
    await jest.advanceTimersByTimeAsync(1_000);
    expect(consumer.offsets).toEqual(['1', '1']);
  });

  it.each([
    ['is made', undefined],
    ['fails', new Error('away')],
  ])('lets several that ask wait for one commit, and go on when it %s', async (_, error) => {
    const consumer = new Consumer();
    const commits = new OffsetCommits(250);
    consumer.work(commits);
    let done = 0;
    for (let i = 0; i < 3; i++) void commits.commit().then(() => done++);
    await jest.advanceTimersByTimeAsync(0);
    expect([consumer.offsets, done]).toEqual([['1'], 0]);
    consumer.commits[0]?.answer(error);
    await jest.advanceTimersByTimeAsync(0);
    expect([consumer.offsets, done]).toEqual([['1'], 3]);
  });

  it('commits nothing through a consumer that fell out, but through one that ends and waits for it', async () => {
    const consumer = new Consumer();
    const commits = new OffsetCommits(250);
    consumer.work(commits);
    consumer.running = false;
    await commits.commit();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(consumer.offsets).toEqual([]);
    consumer.work(commits);
    const last = commits.commit(true);
    await jest.advanceTimersByTimeAsync(0);
    consumer.commits[0]?.answer();
    await last;
    expect(consumer.offsets).toEqual(['2']);
  });
});
