/** Answers again with what it worked out a moment ago: many who watch one thing cost as much as one. */
export class Remembered<T> {
  private readonly answers = new Map<string, { readonly at: number; readonly answer: Promise<T> }>();

  /** @param forMs real ms for which an answer is used again */
  constructor(private readonly forMs: number) {}

  get(key: string, work: () => Promise<T>): Promise<T> {
    const now = performance.now();
    for (const [old, { at }] of this.answers) if (now - at > this.forMs) this.answers.delete(old);
    const known = this.answers.get(key);
    if (known) return known.answer;
    const answer = work();
    this.answers.set(key, { at: now, answer });
    answer.catch(() => this.answers.delete(key));
    return answer;
  }
}
