import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';

const MOST = 500;

/** How many items a page may have: 1 to 500. */
export function PageLimit(usual: number): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ minimum: 1, maximum: MOST, default: usual }),
    IsOptional(),
    Type(() => Number),
    IsInt(),
    Min(1),
    Max(MOST),
  );
}

/** Where the page before ended. What it looks like is checked by a decorator beside this one. */
export function PageCursor(): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ description: '`nextCursor` of the page before.' }),
    IsOptional(),
  );
}
