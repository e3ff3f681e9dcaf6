import { get } from 'node:http';

/** Exit 0 when the service of this container is live (or ready): `node healthcheck.mjs live|ready`. */
const TIMEOUT_MS = 4_000;
const what = process.argv[2] === 'ready' ? 'ready' : 'live';
const url = `http://127.0.0.1:${process.env.PORT || 3000}/health/${what}`;

const request = get(url, { timeout: TIMEOUT_MS, agent: false }, (response) => {
  response.resume();
  if (response.statusCode !== 200) unwell(`answers ${response.statusCode}`);
});
request.on('timeout', () => request.destroy(new Error(`no answer in ${TIMEOUT_MS} ms`)));
request.on('error', ({ message }) => unwell(message));

function unwell(why) {
  console.error(`not ${what}: ${why}`);
  process.exitCode = 1;
}
