import { Readable } from 'node:stream';
import { Controller, Get, Header, Headers, Query, StreamableFile } from '@nestjs/common';
import { type CaseListView } from '@lienthong/contracts';
import { CONSOLE_ROLES, languageOf, Problem, Roles } from '@lienthong/platform';
import { Documented } from '../api-docs/documented';
import { caseCsv } from './case-csv';
import { fromCursor } from './case-cursor';
import { CaseList } from './case-list';
import { CaseListQuery, SortedCaseQuery } from './case-selection.dto';

/** Danh sách hồ sơ of the operator's console. */
@Controller('v1/operations')
@Roles(...CONSOLE_ROLES)
export class CaseListController {
  constructor(private readonly cases: CaseList) {}

  @Get('cases')
  @Documented({
    summary: 'Danh sách hồ sơ — cases by filter and order, with counts a status',
    refuses: ['validation-failed', 'service-unavailable'],
  })
  list(@Query() { sort, limit, cursor, ...selection }: CaseListQuery): Promise<CaseListView> {
    const after = cursor === undefined ? undefined : fromCursor(cursor);
    if (cursor !== undefined && !after)
      throw Problem.validation([{ pointer: '/query/cursor', code: 'invalid-cursor' }]);
    return this.cases.page(selection, sort, limit, after);
  }

  @Get('cases.csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="ho-so.csv"')
  @Documented({
    produces: 'text/csv',
    summary: 'Xuất danh sách hồ sơ — the same as CSV, every case of the filter',
    description:
      'UTF-8 with a byte order mark; headings and names in Vietnamese or English by `Accept-Language`.',
    refuses: ['validation-failed', 'service-unavailable'],
  })
  csv(
    @Query() { sort, ...selection }: SortedCaseQuery,
    @Headers('accept-language') accept: string | undefined,
  ): StreamableFile {
    return new StreamableFile(Readable.from(caseCsv(this.cases.rows(selection, sort), languageOf(accept))));
  }
}
