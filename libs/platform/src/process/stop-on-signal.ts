/**
 * SIGTERM, SIGINT, or the end of a parent that keeps a channel to this process: from the first moment on, what is just
 * being opened is closed again as soon as it is open.
 * Exits 0 once `stop` resolves, 1 when it fails or takes longer than `boundMs`.
 */
export function stopOnSignal<T>(
  opening: Promise<T>,
  stop: (opened: T) => Promise<void>,
  boundMs?: number,
): void {
  const end = (): void => {
    if (boundMs !== undefined) setTimeout(() => process.exit(1), boundMs).unref();
    opening.then(stop).then(
      () => process.exit(0),
      (error: Error) => {
        process.stderr.write(`${error.message}\n`);
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  process.once('disconnect', end);
}
