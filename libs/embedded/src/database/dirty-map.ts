/** Values that are newer than the disk: those still to be collected, and those being written. */
export class DirtyMap<K, V> {
  private pending = new Map<K, V>();
  private writing = new Map<K, V>();

  get size(): number {
    return this.pending.size + this.writing.size;
  }

  get(key: K): V | undefined {
    return this.pending.get(key) ?? this.writing.get(key);
  }

  has(key: K): boolean {
    return this.pending.has(key) || this.writing.has(key);
  }

  set(key: K, value: V): void {
    this.pending.set(key, value);
  }

  /** Every value newer than the disk, the newest of each key. */
  *entries(): Generator<[K, V]> {
    for (const [key, value] of this.writing) if (!this.pending.has(key)) yield [key, value];
    yield* this.pending;
  }

  take(): ReadonlyMap<K, V> {
    this.writing = this.pending;
    this.pending = new Map();
    return this.writing;
  }

  settle(): ReadonlyMap<K, V> {
    const settled = this.writing;
    this.writing = new Map();
    return settled;
  }
}
