import { type CaseQueries, type WorkItemStatus } from '@lienthong/contracts';
import { Problem } from '@lienthong/platform';
import { type FastifyRequest } from 'fastify';
import { type Desks } from './desks.port';
import { type OperationRequest, type OperationRunner, type Prepared } from './operation-runner';
import { OperationsController } from './operations.controller';

class Reached extends Error {}

/** What is put on record before a decision on a desk that answers so. */
async function preparedWith(statusOf: () => Promise<WorkItemStatus | undefined>): Promise<Prepared> {
  const prepared: Prepared[] = [];
  const submit = async ({ prepare }: OperationRequest): Promise<never> => {
    prepared.push(await prepare());
    throw new Reached();
  };
  const controller = new OperationsController(
    { submit } as unknown as OperationRunner,
    {} as CaseQueries,
    { statusOf } as unknown as Desks,
  );
  const body = { decision: 'approve', reason: 'Đủ' } as const;
  const decided = controller.decide('residency', 'G1', 'k', body, { headers: {} } as FastifyRequest);
  await decided.catch((error: unknown) => {
    if (!(error instanceof Reached)) throw error;
  });
  return prepared[0] as Prepared;
}

describe('before an officer decides', () => {
  it('the status of the work item is noted', async () => {
    expect((await preparedWith(async () => 'verifying')).before).toEqual({ status: 'verifying' });
  });

  it('nothing is noted of what is none of the caller’s: the refusal will be on record', async () => {
    expect((await preparedWith(async () => undefined)).before).toEqual({});
    const forbidden = Promise.reject(new Problem({ code: 'forbidden-office' }));
    expect((await preparedWith(() => forbidden)).before).toEqual({});
  });

  it('the agency must answer: without it nothing is begun', async () => {
    const away = (): Promise<never> => Promise.reject(new Problem({ code: 'service-unavailable' }));
    await expect(preparedWith(away)).rejects.toMatchObject({ code: 'service-unavailable' });
  });
});
