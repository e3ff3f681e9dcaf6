const CHUNK_CHARACTERS = 64 * 1024;

/** The lines of `items`, many at a time: a write costs more than a line. */
export async function* inChunks<T>(
  items: AsyncIterable<T>,
  line: (item: T) => string,
  header = '',
): AsyncGenerator<string> {
  let chunk = header;
  for await (const item of items) {
    chunk += line(item);
    if (chunk.length < CHUNK_CHARACTERS) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}
