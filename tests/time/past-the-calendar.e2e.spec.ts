import { type BirthDossier } from '@lienthong/contracts';
import { file } from '../support/filing';
import { HttpJson } from '../support/http-json';
import { TestSystem } from '../support/test-system';

const READS = [
  '/v1/dossiers?limit=5',
  '/v1/operations/overview',
  '/v1/operations/cases?limit=5',
  '/v1/operations/indicators?by=month',
  '/v1/operations/system',
  '/v1/operations/calendar',
  '/metrics',
];
const FATHER = '001205012345';
const DAY_MS = 86_400_000;

/** A child of parents born in 2005 and 2006. */
function birth(dateOfBirth: string): BirthDossier {
  return {
    procedureGroup: 'birth',
    procedures: ['birth-registration'],
    channel: 'online',
    agencies: { civilRegistry: '00004' },
    applicant: { fullName: 'Nguyễn Văn An', personalId: FATHER, relationship: 'father' },
    child: {
      fullName: 'Nguyễn Minh Khôi',
      dateOfBirth,
      sex: 'male',
      ethnicity: 'Kinh',
      nationality: 'VN',
      placeOfBirth: { communeCode: '00004' },
      homeTown: { communeCode: '00004' },
      birthCase: 'both-parents-known',
    },
    mother: { fullName: 'Trần Thị Bình', personalId: '001306054321' },
    father: { fullName: 'Nguyễn Văn An', personalId: FATHER },
    delivery: 'electronic',
    simulation: { 'civil-registry': ['request-supplement', 'approve'] },
  };
}

/** Time goes on past the calendar's last year: nothing new begins, and nothing else changes. */
describe.each([
  ['the first year that is not decreed', '2027-12-24T09:00:00+07:00', 202],
  ['the calendar', '2050-12-23T09:00:00+07:00', 503],
])('past the end of %s', (_, start, filingIsAnswered) => {
  const born = start.slice(0, 10);
  let system: TestSystem;
  let http: HttpJson;
  let number: string;

  beforeAll(async () => {
    system = await TestSystem.open({ LOG_LEVEL: 'silent' }, ['--start', start]);
    http = new HttpJson(await system.standalone.serve());
    number = await file(system, 'late', birth(born));
  });
  afterAll(async () => {
    http.close();
    await system.close();
  });

  it('a case that began before it comes to its end, without an incident', async () => {
    await system.advanceTo(system.clock.now() + DAY_MS);
    expect((await http.get<{ status: string }>(`/v1/dossiers/${number}`)).body.status).toBe(
      'awaiting-supplement',
    );
    await system.advanceTo(system.clock.now() + 40 * DAY_MS);
    expect((await http.get<{ status: string }>(`/v1/dossiers/${number}`)).body.status).toBe('stopped');
    const incidents = await http.get<{ total: number }>('/v1/operations/incidents');
    expect(incidents.body.total).toBe(0);
  });

  it('everything can be read', async () => {
    const ofCase = ['', '/timeline', '/processing-time'].map((part) => `/v1/dossiers/${number}${part}`);
    for (const path of [...READS, ...ofCase, `/v1/operations/cases/${number}`]) {
      expect([path, (await http.get(path)).status]).toEqual([path, 200]);
    }
  });

  it('a filing is answered, and the system says that it is ready', async () => {
    const answer = await http.post('/v1/dossiers', birth(born), { 'idempotency-key': 'new' });
    expect(answer.status).toBe(filingIsAnswered);
    const { status, body } = await http.get<{ checks: object }>('/health/ready');
    expect(status).toBe(200);
    expect('calendar' in body.checks).toBe(filingIsAnswered === 503);
  });
});

it('everything can be read before the calendar begins, and nothing is filed', async () => {
  const system = await TestSystem.open({ LOG_LEVEL: 'silent' }, ['--start', '2023-01-05T09:00:00+07:00']);
  const http = new HttpJson(await system.standalone.serve());
  for (const path of [...READS, '/v1/operations/cases?dueWithin=1', '/health/ready'])
    expect([path, (await http.get(path)).status]).toEqual([path, 200]);
  const answer = await http.post<{ code: string }>('/v1/dossiers', birth('2023-01-04'), {
    'idempotency-key': 'early',
  });
  expect([answer.status, answer.body.code]).toEqual([503, 'calendar-year-missing']);
  http.close();
  await system.close();
});
