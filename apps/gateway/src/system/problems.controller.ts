import { Controller, Get, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { FIELD_ERRORS, OpenToAll, PROBLEMS, Problem, problemEntry } from '@lienthong/platform';

/** What the `type` of a problem points to: the catalogue of codes. */
@Controller('problems')
@ApiExcludeController()
@OpenToAll()
export class ProblemsController {
  @Get()
  all(): object {
    return { problems: PROBLEMS, fieldErrors: FIELD_ERRORS };
  }

  @Get(':code')
  one(@Param('code') code: string): object {
    const entry = problemEntry(code);
    if (!entry) throw new Problem({ code: 'not-found' });
    return { code, ...entry };
  }
}
