import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServiceBench } from '../../../libs/agency/test-support/service-bench';
import { JudicialRecordsModule } from './judicial-records.module';

const URL = '/v1/agencies/judicial-records';

describe('the judicial records', () => {
  let folder: string;
  let service: ServiceBench;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lienthong-judicial-'));
    const keys = (['judicial-records', 'civil-registry'] as const).map((agency) => ({
      id: agency,
      sha256: createHash('sha256').update(`lt_${agency}`).digest('hex'),
      roles: ['officer'],
      agency,
    }));
    writeFileSync(join(folder, 'keys.json'), JSON.stringify({ keys }));
    service = await ServiceBench.open(JudicialRecordsModule, 'judicial-records.events', {
      AUTH: 'api-key',
      API_KEYS_FILE: join(folder, 'keys.json'),
    });
  });
  afterAll(async () => {
    await service.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ['GET', '/work-items', 200],
    ['GET', '/records/nobody', 404],
    ['POST', '/work-items/nobody/decision', 409],
  ] as const)('are for their own officers only: %s %s', async (method, path, status) => {
    const ask = (agency: string): ReturnType<ServiceBench['http']> =>
      service.http(method, URL + path, method === 'POST' ? {} : undefined, {
        authorization: `Bearer lt_${agency}`,
      });
    expect((await ask('judicial-records')).status).toBe(status);
    expect(await ask('civil-registry')).toMatchObject({ status: 403, body: { code: 'forbidden-office' } });
  });
});
