import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ReplayDossier } from '../replay-dossier';
import { COLUMNS } from './columns';
import { RecordedSource } from './recorded/recorded-source';
import { surveyRecorded } from './recorded/survey';

const document = readFileSync(join(__dirname, '../../../../docs/replay-files.md'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'documented-'));
afterAll(() => rmSync(folder, { recursive: true }));

function examples(language: string): readonly string[] {
  return [...document.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))].map(
    ([, text]) => text ?? '',
  );
}

async function read(name: string, content: string): Promise<readonly ReplayDossier[]> {
  const file = join(folder, name);
  writeFileSync(file, content);
  await surveyRecorded(file);
  const list: ReplayDossier[] = [];
  for await (const dossier of new RecordedSource(file)) list.push(dossier);
  return list;
}

describe('docs/replay-files.md', () => {
  it('shows NDJSON that is read, in both shapes', async () => {
    const [enveloped = '', batch = ''] = examples('ndjson');
    const [birth, death] = await read('enveloped.ndjson', enveloped);
    expect(birth).toMatchObject({ idempotencyKey: 'b-1', dossier: { procedureGroup: 'birth' } });
    expect(death).toMatchObject({ idempotencyKey: 'd-1', birth: { idempotencyKey: 'b-1' } });
    expect(await read('batch.ndjson', batch)).toMatchObject([
      { idempotencyKey: 'd-2', submittedAt: Date.parse('2024-10-15T01:00:00Z') },
    ]);
  });

  it('shows CSV that is read', async () => {
    const [csv = ''] = examples('csv');
    expect(await read('both.csv', csv)).toMatchObject([
      {
        idempotencyKey: 'b-1',
        dossier: { child: { placeOfBirth: { detail: 'Bệnh viện Phụ sản, khoa Đẻ' } } },
      },
      { idempotencyKey: 'recorded-2', dossier: { death: { occurredAt: '2024-10-14T03:20' } } },
    ]);
  });

  it('shows a fault as it is told', async () => {
    const [fault = ''] = examples('text');
    const [csv = ''] = examples('csv');
    const old = csv.replace('2024-07-28', '2014-07-28');
    const line = /line \d+/;
    await expect(read('october.csv', old)).rejects.toThrow(fault.trim().replace(line, 'line 2'));
  });

  it('names every column, and no other', () => {
    const table = document.slice(document.indexOf('| Of | Columns |'));
    const cells = table.split('\n').flatMap((row) => row.split(' | ')[1]?.match(/\w+/g) ?? []);
    expect(new Set(cells.filter((name) => name !== 'Columns' && name !== '---'))).toEqual(new Set(COLUMNS));
  });
});
