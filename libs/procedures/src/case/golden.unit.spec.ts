import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { replay, SCENARIOS, type GoldenHistory } from '../../test-support/golden';

const FOLDER = join(__dirname, '../../../../tests/golden');

/**
 * Recorded case histories, replayed against the machines of today. A difference means that running cases would
 * behave differently after an upgrade: register a new machine version, or record anew with RECORD_GOLDEN=1.
 */
describe('golden histories', () => {
  if (process.env['RECORD_GOLDEN'] === '1') {
    for (const [name, { title, play }] of Object.entries(SCENARIOS)) {
      const history: GoldenHistory = { title, ...replay(play().inputs) };
      writeFileSync(join(FOLDER, `${name}.json`), `${JSON.stringify(history, undefined, 1)}\n`);
    }
  }

  const recorded = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));

  it('are all there', () => {
    expect(recorded.sort()).toEqual(
      Object.keys(SCENARIOS)
        .map((name) => `${name}.json`)
        .sort(),
    );
  });

  it.each(recorded)('%s is replayed exactly', (file) => {
    const history = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as GoldenHistory;
    const { steps, end } = replay(history.steps);
    expect(steps).toEqual(history.steps);
    expect(end).toEqual(history.end);
  });
});
