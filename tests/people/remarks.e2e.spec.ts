import { TestSystem } from '../support/test-system';
import { birthWith, deathWith } from '../bad-input/bodies';

interface Shown {
  readonly status: string;
  readonly remarks?: readonly { readonly code: string; readonly dossierNumber?: string }[];
}

/** Without a notice number nothing identifies the birth. */
const BIRTH = birthWith({ '/child/birthNoticeNumber': undefined });

describe('what may be the same event', () => {
  let system: TestSystem;
  let url: string;

  beforeAll(async () => {
    system = await TestSystem.open({ LOG_LEVEL: 'silent' }, ['--start', '2026-11-16T09:00:00+07:00']);
    url = await system.standalone.serve();
  });
  afterAll(() => system.close());

  const file = async (key: string, body: string): Promise<string> => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': key };
    const answer = await fetch(`${url}/v1/dossiers`, { method: 'POST', headers, body });
    expect(answer.status).toBe(202);
    return ((await answer.json()) as { readonly dossierNumber: string }).dossierNumber;
  };
  const get = async <T>(path: string): Promise<T> => (await fetch(url + path)).json() as Promise<T>;

  it('is remarked on the desk, in the case, its timeline and the console, and decided by the agency', async () => {
    const first = await file('one', BIRTH);
    const second = await file('two', BIRTH);
    await system.idle();
    const remark = { code: 'possible-duplicate', dossierNumber: first };
    expect((await get<Shown>(`/v1/dossiers/${first}`)).remarks).toBeUndefined();
    expect(await get(`/v1/dossiers/${second}`)).toMatchObject({
      remarks: [{ ...remark, agency: 'civil-registry' }],
    });
    expect(await get(`/v1/agencies/civil-registry/work-items/${second}`)).toMatchObject({
      remarks: [remark],
    });
    expect(await get(`/v1/operations/cases/${second}`)).toMatchObject({ case: { remarks: [remark] } });
    const { entries } = await get<{
      readonly entries: readonly { readonly type: string; readonly data: unknown }[];
    }>(`/v1/dossiers/${second}/timeline`);
    const told = entries.filter(({ type }) => type === 'work.remarked');
    expect(told).toMatchObject([{ agency: 'civil-registry', data: { remarks: [remark] } }]);
  });

  it('is remarked of an old man of whom the year of birth is known, which his personal id tells otherwise', async () => {
    const number = await file('three', deathWith({ '/deceased/dateOfBirth': '1935' }));
    await system.idle();
    const { remarks } = await get<Shown>(`/v1/dossiers/${number}`);
    expect(remarks).toMatchObject([{ code: 'personal-id-of-other-birth-year' }]);
  });
});
