import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { CASE_HISTORIES, CASE_QUERIES, type CaseHistories, type CaseQueries } from '@lienthong/contracts';
import { configureHttp, createHttpAdapter, Metrics } from '@lienthong/platform';
import { HttpCaseHistories, HttpCaseQueries, Upstream } from '@lienthong/remote';
import { CaseHistoriesController } from './case-histories.controller';
import { CaseQueriesController } from './case-queries.controller';

describe('the sagas’ records read from another process', () => {
  const asked: unknown[][] = [];
  let app: NestFastifyApplication;
  let queries: CaseQueries;
  let histories: CaseHistories;
  let url: string;

  beforeAll(async () => {
    const answering =
      (name: string) =>
      async (...args: unknown[]): Promise<unknown> => {
        asked.push([name, ...args]);
        return args[0] === 'G-none' ? undefined : [{ dossierNumber: 'G1' }];
      };

    @Global()
    @Module({ providers: [{ provide: Metrics, useValue: new Metrics() }], exports: [Metrics] })
    class MetricsModule {}

    @Module({
      imports: [MetricsModule],
      controllers: [CaseQueriesController, CaseHistoriesController],
      providers: [
        {
          provide: CASE_QUERIES,
          useValue: { inspect: answering('inspect'), withoutOwner: answering('withoutOwner') },
        },
        { provide: CASE_HISTORIES, useValue: { page: answering('page'), of: answering('of') } },
      ],
    })
    class ReadsModule {}

    app = await NestFactory.create<NestFastifyApplication>(ReadsModule, createHttpAdapter(), {
      logger: false,
      abortOnError: false,
    });
    configureHttp(app);
    await app.listen(0, '127.0.0.1');
    url = (await app.getUrl()).replace('localhost', '127.0.0.1');
    queries = new HttpCaseQueries(new Upstream('orchestrator', [url]));
    histories = new HttpCaseHistories(new Upstream('orchestrator', [url]));
  });
  beforeEach(() => (asked.length = 0));
  afterAll(() => app.close());

  it('gives an inspection in the language that is asked for, or nothing', async () => {
    expect(await queries.inspect('G 1/2', 'en')).toEqual([{ dossierNumber: 'G1' }]);
    expect(await queries.inspect('G-none', 'vi')).toBeUndefined();
    expect(asked).toEqual([
      ['inspect', 'G 1/2', 'en'],
      ['inspect', 'G-none', 'vi'],
    ]);
  });

  it('names the cases without an owner', async () => {
    expect(await queries.withoutOwner()).toEqual([{ dossierNumber: 'G1' }]);
    expect(asked).toEqual([['withoutOwner']]);
  });

  it('gives histories by page and by number, in bounded portions', async () => {
    expect(await histories.page(undefined, 3)).toEqual([{ dossierNumber: 'G1' }]);
    await histories.page('G1', 1_000);
    await histories.of(['G1', 'G2']);
    expect(asked).toEqual([
      ['page', undefined, 3],
      ['page', 'G1', 1_000],
      ['of', ['G1', 'G2']],
    ]);
    const tooMany = await fetch(`${url}/internal/v1/case-histories?limit=1001`);
    expect(tooMany.status).toBe(400);
  });
});
