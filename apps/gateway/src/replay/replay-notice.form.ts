import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { REPLAY_PHASES, type ReplayNotice, type ReplayPhase } from '@lienthong/contracts';

const MOST = 1_000_000_000_000;

function Count(description?: string): PropertyDecorator {
  const document = ApiProperty({
    type: 'integer',
    minimum: 0,
    ...(description === undefined ? {} : { description }),
  });
  return (target, key) => {
    for (const decorate of [document, IsInt(), Min(0), Max(MOST)]) decorate(target, key);
  };
}

/** {@link ReplayNotice} as it comes in. */
export class ReplayNoticeForm implements ReplayNotice {
  @ApiProperty({ description: 'What the run is called.', minLength: 1, maxLength: 100 })
  @IsString()
  @Length(1, 100)
  readonly run!: string;

  @ApiProperty({ enum: REPLAY_PHASES })
  @IsIn(REPLAY_PHASES)
  readonly phase!: ReplayPhase;

  @ApiPropertyOptional({ type: 'integer', minimum: 0, description: 'In all, where that is known.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST)
  readonly dossiers?: number;

  @Count('Dossiers sent at least once.')
  readonly sent!: number;

  @Count('Dossiers acknowledged.')
  readonly answered!: number;

  @Count('Answers that turned a dossier away for now (429, 503).')
  readonly refused!: number;

  @ApiProperty({ minimum: 0, description: 'Dossiers acknowledged a second of late.' })
  @IsNumber({ allowNaN: false, allowInfinity: false })
  @Min(0)
  @Max(MOST)
  readonly ratePerSecond!: number;

  @ApiProperty({ format: 'date-time', description: 'Of the real clock.' })
  @Matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/)
  readonly startedAt!: string;

  @ApiProperty({ description: 'The last word: it came to its end, or was stopped.' })
  @IsBoolean()
  readonly ended!: boolean;
}
