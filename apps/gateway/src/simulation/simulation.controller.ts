import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { Clock } from '@lienthong/clock';
import { OPERATOR_ROLES, parseInstant, Problem, Roles, toVietnamIso } from '@lienthong/platform';
import { DocumentedAdvance } from '../api-docs/operations.decorators';
import { readForm } from '../intake/forms/form-reader';
import { SIMULATION_CONTROL, type SimulationControl } from '../ports';
import { AdvanceForm } from './advance.form';
import { MAX_DURATION_MS, parseDuration } from './iso-duration';

@Controller('v1/simulation')
@Roles(...OPERATOR_ROLES)
export class SimulationController {
  constructor(
    private readonly clock: Clock,
    @Inject(SIMULATION_CONTROL) private readonly control: SimulationControl,
  ) {}

  /** Runs until the instant; answers when all is idle. */
  @Post('advance')
  @HttpCode(200)
  @DocumentedAdvance()
  async advance(@Body() body: unknown): Promise<{ readonly now: string }> {
    if (this.clock.kind !== 'virtual') throw new Problem({ code: 'virtual-clock-only' });
    if (body === undefined) throw new Problem({ code: 'empty-body' });
    const now = await this.control.advanceTo(this.target(body));
    return { now: toVietnamIso(now) };
  }

  private target(body: unknown): number {
    const reading = readForm(AdvanceForm, body);
    if (!reading.ok) throw Problem.validation(reading.errors);
    const { by, to } = reading.value;
    if ((by === undefined) === (to === undefined)) {
      throw Problem.validation([{ pointer: '', code: 'exactly-one', params: { fields: 'by, to' } }]);
    }
    const now = this.clock.now();
    if (by !== undefined) return now + durationOf(by);
    const instant = parseInstant(to ?? '') ?? NaN;
    if (instant <= now) throw Problem.validation([{ pointer: '/to', code: 'not-in-the-future' }]);
    if (instant - now > MAX_DURATION_MS) throw tooLong('/to');
    return instant;
  }
}

function durationOf(by: string): number {
  const parsed = parseDuration(by);
  if ('ms' in parsed) return parsed.ms;
  if (parsed.code === 'duration-too-long') throw tooLong('/by');
  throw Problem.validation([{ pointer: '/by', code: parsed.code }]);
}

function tooLong(pointer: string): Problem {
  return Problem.validation([{ pointer, code: 'duration-too-long', params: { max: 'P366D' } }]);
}
