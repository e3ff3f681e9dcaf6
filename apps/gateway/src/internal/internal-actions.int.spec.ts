import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { CASE_ACTIONS, type CaseActionRequest, type CaseActions } from '@lienthong/contracts';
import { configureHttp, createHttpAdapter, Metrics } from '@lienthong/platform';
import { caseView, DOSSIER_NUMBER } from '../../test-support/memory-cases';
import { startTestingGateway, type TestingGateway } from '../../test-support/testing-app';
import { InternalActionsController } from './internal-actions.controller';

const REASON = 'Nhập trùng';

describe('what the console asks the gateway to do to a case', () => {
  let gateway: TestingGateway;
  let internal: NestFastifyApplication;
  let url: string;

  beforeEach(async () => {
    gateway = await startTestingGateway();
    gateway.cases.put(caseView());
    const actions = gateway.app.get<CaseActions>(CASE_ACTIONS, { strict: false });
    @Module({
      controllers: [InternalActionsController],
      providers: [Metrics, { provide: CASE_ACTIONS, useValue: actions }],
    })
    class InternalModule {}
    internal = await NestFactory.create<NestFastifyApplication>(InternalModule, createHttpAdapter(), {
      logger: false,
    });
    configureHttp(internal);
    await internal.listen(0, '127.0.0.1');
    url = (await internal.getUrl()).replace('localhost', '127.0.0.1');
  });
  afterEach(() => Promise.all([gateway.app.close(), internal.close()]));

  async function act(
    request: Partial<CaseActionRequest>,
    number = DOSSIER_NUMBER,
  ): Promise<{ status: number; body: unknown }> {
    const answer = await fetch(`${url}/internal/v1/actions/${number}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ reason: REASON, operation: 'o-1', ...request }),
    });
    return { status: answer.status, body: await answer.json() };
  }

  const published = (): readonly string[] => gateway.engines.published.map(({ type }) => type);

  it('is published once an operation, also when the case has moved on since', async () => {
    expect(await act({ action: 'stop' })).toEqual({ status: 200, body: { status: 'in-progress' } });
    gateway.cases.put(caseView({ status: 'stopped', finishedAt: 1, allowedActions: [] }));
    expect(await act({ action: 'stop' })).toEqual({ status: 200, body: { status: 'stopped' } });
    expect(published()).toEqual(['vn.lienthong.stop.requested.v1']);
    expect(await act({ action: 'stop', operation: 'o-2' })).toMatchObject({
      status: 409,
      body: { code: 'action-not-allowed', caseStatus: 'stopped', allowedActions: [] },
    });
  });

  it('carries the reason into the case', async () => {
    await act({ action: 'stop' });
    await act({ action: 'withdraw', operation: 'o-2' });
    expect(gateway.engines.published.map(({ data }) => data)).toEqual([
      { reason: { code: 'operator-stop', vi: REASON, en: REASON } },
      { reason: REASON },
    ]);
  });

  it.each([
    ['another dossier', { action: 'stop' as const }, 'G22.99.08-20261116-0000099', 404, 'dossier-not-found'],
    ['a correction of nothing', { action: 'correct' as const }, DOSSIER_NUMBER, 400, 'validation-failed'],
    ['no operation', { action: 'stop' as const, operation: '' }, DOSSIER_NUMBER, 400, 'validation-failed'],
  ])('is refused for %s', async (_what, request, number, status, code) => {
    expect(await act(request, number)).toMatchObject({ status, body: { code } });
    expect(published()).toEqual([]);
  });
});
