import { listening, MOST_SILENT_MS, Watchdog } from './watchdog';

describe('the watchdog of a connection', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('notices silence once, and not while there is a sound now and then', () => {
    let silences = 0;
    const watchdog = new Watchdog(() => silences++);
    watchdog.heard();
    for (let i = 0; i < 10; i++) {
      jest.advanceTimersByTime(MOST_SILENT_MS - 1);
      watchdog.heard();
    }
    expect(silences).toBe(0);
    jest.advanceTimersByTime(10 * MOST_SILENT_MS);
    expect(silences).toBe(1);
  });

  it('says nothing after it was stopped', () => {
    let silences = 0;
    const watchdog = new Watchdog(() => silences++);
    watchdog.heard();
    watchdog.stop();
    jest.advanceTimersByTime(10 * MOST_SILENT_MS);
    expect(silences).toBe(0);
  });
});

describe('listening to a response', () => {
  it('hears every chunk, comments too, and changes nothing', async () => {
    let sounds = 0;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const text of [': heartbeat\n\n', 'data: 1\n\n'])
          controller.enqueue(new TextEncoder().encode(text));
        controller.close();
      },
    });
    const response = new Response(body, { status: 200, headers: { 'content-type': 'text/event-stream' } });
    const heard = listening(response, () => sounds++);
    expect(await heard.text()).toBe(': heartbeat\n\ndata: 1\n\n');
    expect([heard.status, heard.headers.get('content-type'), sounds]).toEqual([200, 'text/event-stream', 2]);
  });
});
