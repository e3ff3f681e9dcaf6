import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onBehalfOf, type Principal } from '@lienthong/platform';
import { MONDAY_AT_NINE, SAMPLE_CERTIFICATE, sampleBirth } from '../../../libs/agency/test-support';
import { type HttpAnswer, ServiceBench } from '../../../libs/agency/test-support/service-bench';
import { ResidencyModule } from './residency.module';

const URL = '/v1/agencies/residency';

/** By the last digits of their dossier numbers. */
const OFFICE_OF: readonly string[] = ['00004', '00008', '00004', '00012', '00008'];
const NUMBERS = OFFICE_OF.map((_office, i) => `G22.99.08-20261116-000000${i + 1}`);

const CALLERS: Readonly<Record<string, Omit<Principal, 'id'>>> = {
  lan: { roles: ['officer'], agency: 'residency', offices: ['00004'] },
  minh: { roles: ['officer'], agency: 'residency', offices: ['00008', '00012'] },
  chief: { roles: ['officer'], agency: 'residency' },
  anywhere: { roles: ['officer'] },
  registrar: { roles: ['officer'], agency: 'civil-registry', offices: ['00004'] },
  ops: { roles: ['operator'] },
  'ops-and-officer': { roles: ['officer', 'operator'], agency: 'civil-registry' },
  gateway: { roles: ['service'] },
};

let folder: string;
let service: ServiceBench;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lienthong-officers-'));
  const keys = Object.entries(CALLERS).map(([id, post]) => ({
    id,
    sha256: createHash('sha256').update(`lt_${id}`).digest('hex'),
    ...post,
  }));
  writeFileSync(join(folder, 'keys.json'), JSON.stringify({ keys }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeEach(async () => {
  service = await ServiceBench.open(ResidencyModule, 'residency.events', {
    AGENCY_MODE: 'manual',
    AUTH: 'api-key',
    API_KEYS_FILE: join(folder, 'keys.json'),
  });
  for (const [i, office] of OFFICE_OF.entries()) {
    const data = {
      attempt: 1,
      procedures: ['permanent-residence'],
      office,
      policy: 'nd63',
      dossier: sampleBirth({ simulation: {} }),
      dueAt: MONDAY_AT_NINE + 86_400_000,
      certificate: SAMPLE_CERTIFICATE,
      personalId: `00122600000${i + 1}`,
    };
    const type = 'vn.lienthong.work.requested.v1';
    await service.deliver('residency.commands', type, NUMBERS[i] ?? '', data, MONDAY_AT_NINE);
  }
});
afterEach(() => service.close());

function ask(caller: string, path: string, body?: object, headers: object = {}): Promise<HttpAnswer> {
  const shown = { authorization: `Bearer lt_${caller}`, ...headers };
  return service.http(body ? 'POST' : 'GET', `${URL}${path}`, body, shown);
}

/** Which of the dossiers are listed, counted from 1; or the code of the refusal. */
async function listed(caller: string, query = '', headers: object = {}): Promise<unknown> {
  const { status, body } = await ask(caller, `/work-items${query}`, undefined, headers);
  if (status !== 200) return body['code'];
  return (body['items'] as { readonly id: string }[]).map(({ id }) => NUMBERS.indexOf(id) + 1);
}

function decide(caller: string, n: number, headers: object = {}): Promise<HttpAnswer> {
  const decision = { decision: 'approve', officer: 'somebody else' };
  return ask(caller, `/work-items/${NUMBERS[n - 1]}/decision`, decision, headers);
}

describe('the list of work', () => {
  it.each<[string, readonly number[]]>([
    ['lan', [1, 3]],
    ['minh', [2, 4, 5]],
    ['chief', [1, 2, 3, 4, 5]],
    ['anywhere', [1, 2, 3, 4, 5]],
    ['ops', [1, 2, 3, 4, 5]],
    ['ops-and-officer', [1, 2, 3, 4, 5]],
    ['gateway', [1, 2, 3, 4, 5]],
  ])('shows %s the offices that it works at', async (caller, expected) => {
    expect(await listed(caller)).toEqual(expected);
    expect(await listed(caller, '?status=working')).toEqual(expected);
  });

  it('may be of one of them, and of no other', async () => {
    expect(await listed('minh', '?office=00008')).toEqual([2, 5]);
    expect(await listed('minh', '?office=00004')).toBe('forbidden-office');
    expect(await listed('chief', '?office=00004&status=working')).toEqual([1, 3]);
    expect(await listed('registrar')).toBe('forbidden-office');
    expect(await listed('registrar', '?office=00004')).toBe('forbidden-office');
  });

  it('goes on from page to page over several offices', async () => {
    const first = await ask('minh', '/work-items?status=working&limit=2');
    expect(first.body['nextCursor']).toBe(NUMBERS[3]);
    expect(await listed('minh', `?status=working&limit=2&cursor=${NUMBERS[3]}`)).toEqual([5]);
    expect(await listed('minh', `?status=working&cursor=${NUMBERS[4]}`)).toEqual([]);
  });
});

describe('one piece of work', () => {
  it('is shown to the officers of its office; to others as if it were not there', async () => {
    const read = (caller: string, n: number) => ask(caller, `/work-items/${NUMBERS[n - 1]}`);
    const list = await ask('lan', '/work-items');
    const { status, body } = await read('lan', 1);
    expect(status).toBe(200);
    expect([body]).toEqual((list.body['items'] as unknown[]).slice(0, 1));
    expect(await read('gateway', 2)).toMatchObject({ status: 200, body: { procedureGroup: 'birth' } });
    const unknown = { status: 404, body: { code: 'work-item-unknown' } };
    expect(await read('lan', 2)).toMatchObject(unknown);
    expect(await ask('lan', '/work-items/none')).toMatchObject(unknown);
    expect(await read('registrar', 1)).toMatchObject({ status: 403, body: { code: 'forbidden-office' } });
  });

  it('keeps its group, and has nothing more to decide on, once it is decided', async () => {
    const { body } = await decide('lan', 1);
    expect(body).toMatchObject({ procedureGroup: 'birth', status: 'decided' });
    expect(body).not.toHaveProperty('procedures');
  });
});

describe('a decision', () => {
  it('is an officer’s of the same office, and signed with its own name', async () => {
    expect(await decide('lan', 1)).toMatchObject({
      status: 200,
      body: { status: 'decided', officer: 'lan' },
    });
    expect(await decide('ops', 2)).toMatchObject({ status: 200, body: { officer: 'ops' } });
  });

  it('on what another office has is answered as on what there is not', async () => {
    const [others, none] = [await decide('lan', 2), await decide('lan', 99)];
    expect(others).toMatchObject({ status: 404, body: { code: 'work-item-unknown' } });
    const { instance: _path, traceId: _trace, ...told } = others.body;
    const { instance: _otherPath, traceId: _otherTrace, ...toldOfNone } = none.body;
    expect(told).toEqual(toldOfNone);
    expect(await decide('registrar', 1)).toMatchObject({ status: 403, body: { code: 'forbidden-office' } });
    expect(service.reported).toEqual([]);
    expect(await listed('chief', '?status=working')).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('a record', () => {
  it('is read where it is kept', async () => {
    await decide('lan', 1);
    const read = async (caller: string): Promise<unknown> => {
      const { status, body } = await ask(caller, `/records/${NUMBERS[0]}`);
      return body['code'] ?? status;
    };
    expect(await read('lan')).toBe(200);
    expect(await read('chief')).toBe(200);
    expect(await read('ops')).toBe(200);
    expect(await read('minh')).toBe('record-not-found');
    expect(await read('registrar')).toBe('forbidden-office');
  });
});

describe('the gateway, which hands officers’ calls on', () => {
  const forLan = onBehalfOf({ id: 'lan', ...(CALLERS['lan'] as Omit<Principal, 'id'>) });
  const forRegistrar = onBehalfOf({ id: 'r', ...(CALLERS['registrar'] as Omit<Principal, 'id'>) });

  it('is bound as the officer is', async () => {
    expect(await listed('gateway', '', forLan)).toEqual([1, 3]);
    expect(await listed('gateway', '', forRegistrar)).toBe('forbidden-office');
    expect((await decide('gateway', 2, forLan)).status).toBe(404);
    expect(await decide('gateway', 1, forLan)).toMatchObject({ status: 200, body: { officer: 'lan' } });
  });

  it('may say who decided where it names nobody', async () => {
    expect(await decide('gateway', 1)).toMatchObject({ body: { officer: 'somebody else' } });
  });

  it('is the only one who may', async () => {
    expect(await listed('minh', '', forLan)).toBe('forbidden');
    expect(await listed('ops', '', forLan)).toBe('forbidden');
  });
});
