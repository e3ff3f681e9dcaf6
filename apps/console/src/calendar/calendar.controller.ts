import { Controller, Get, Header } from '@nestjs/common';
import { CALENDAR_YEARS } from '@lienthong/calendar';
import { type CalendarView } from '@lienthong/contracts';
import { CONSOLE_ROLES, Roles } from '@lienthong/platform';
import { Documented } from '../api-docs/documented';
import { calendarView } from './calendar-view';

/** Lịch làm việc: holidays, and Saturdays worked in their place. */
@Controller('v1/operations/calendar')
@Roles(...CONSOLE_ROLES, 'officer')
export class CalendarController {
  private readonly view = calendarView(CALENDAR_YEARS);

  @Get()
  @Header('cache-control', 'private, max-age=3600')
  @Header('vary', 'Authorization')
  @Documented({
    summary: 'Lịch làm việc — holidays, and Saturdays worked in exchange',
    description: 'Other days follow the week. Years that are not decreed yet are `provisional`.',
  })
  calendar(): CalendarView {
    return this.view;
  }
}
