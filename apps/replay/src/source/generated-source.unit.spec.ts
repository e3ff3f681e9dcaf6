import { vietnamCalendar } from '@lienthong/calendar';
import { loadGeography } from '@lienthong/platform';
import { type ReplayDossier } from '../replay-dossier';
import { filedDossier } from './filed-dossier';
import { GeneratedSource } from './generated-source';

const options = { seed: 5, births: 300, deaths: 300, from: '2023-07-10', to: '2024-10-31' } as const;
const source = new GeneratedSource({ ...options, geography: loadGeography(), calendar: vietnamCalendar });

async function all(): Promise<readonly ReplayDossier[]> {
  const list: ReplayDossier[] = [];
  for await (const dossier of source) list.push(dossier);
  return list;
}

describe('GeneratedSource', () => {
  it('gives as many as it says, the same on every pass', async () => {
    const first = await all();
    expect(first).toHaveLength(source.count);
    expect(await all()).toEqual(first);
    expect(await source.firstInstant()).toBe(first[0]!.submittedAt);
    expect(source.describe()).toEqual({ kind: 'generated', ...options });
  });

  it('has no first instant where it holds nothing', async () => {
    const empty = { ...options, births: 0, deaths: 0, geography: loadGeography(), calendar: vietnamCalendar };
    expect(await new GeneratedSource(empty).firstInstant()).toBeUndefined();
  });
});

describe('filedDossier', () => {
  it('names a registered child by its number, and nobody else by another', async () => {
    const dossiers = await all();
    const child = dossiers.find(({ birth }) => birth)!;
    const filed = filedDossier(child, '001224000001');
    expect(filed).toEqual({
      ...child.dossier,
      deceased: { ...(child.dossier as { deceased: object }).deceased, personalId: '001224000001' },
    });
    expect(filedDossier(child, undefined)).toBe(child.dossier);
    const other = dossiers.find(({ birth }) => !birth)!;
    expect(filedDossier(other, '001224000001')).toBe(other.dossier);
  });
});
