type Executes = { execute: (...args: never[]) => Promise<unknown> };

/** Lets so many writes of these engines through, and none after: as of a process that is killed. Resolves with its death. */
export function killedAfter(writes: number, engines: readonly unknown[]): Promise<void> {
  let left = writes;
  return new Promise((resolve) => {
    for (const engine of engines as readonly Executes[]) {
      const execute = engine.execute.bind(engine);
      engine.execute = async (...args) => {
        if (left <= 0) {
          resolve();
          throw new Error('killed');
        }
        left--;
        return execute(...args);
      };
    }
  });
}
