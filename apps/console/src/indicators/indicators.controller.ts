import { Controller, Get, Header, Headers, Query } from '@nestjs/common';
import { type IndicatorsView } from '@lienthong/contracts';
import { CONSOLE_ROLES, languageOf, Roles } from '@lienthong/platform';
import { Documented } from '../api-docs/documented';
import { IndicatorsQuery } from './indicator-query.dto';
import { Indicators } from './indicators';
import { indicatorsCsv } from './indicators-csv';

/** Chỉ số of the operator's console. */
@Controller('v1/operations')
@Roles(...CONSOLE_ROLES)
export class IndicatorsController {
  constructor(private readonly indicators: Indicators) {}

  @Get('indicators')
  @Documented({
    summary: 'Chỉ số — processing times against the law and on-time shares of cases that ended',
    refuses: ['validation-failed'],
  })
  view(@Query() query: IndicatorsQuery): Promise<IndicatorsView> {
    return this.indicators.view(query);
  }

  @Get('indicators.csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="chi-so.csv"')
  @Documented({
    produces: 'text/csv',
    summary: 'Xuất chỉ số — the same as CSV',
    description:
      'UTF-8 with a byte order mark; headings and names in Vietnamese or English by `Accept-Language`.',
    refuses: ['validation-failed'],
  })
  async csv(
    @Query() query: IndicatorsQuery,
    @Headers('accept-language') accept: string | undefined,
  ): Promise<string> {
    return indicatorsCsv(await this.indicators.view(query), languageOf(accept));
  }
}
