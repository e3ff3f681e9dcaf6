import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { PROBLEMS, type ProblemCode } from '@lienthong/platform';

export interface Documentation {
  readonly summary: string;
  readonly description?: string;
  /** Codes of problems that it may answer with, beside those that every operation may. */
  readonly refuses?: readonly ProblemCode[];
}

/** An operation of the console in the OpenAPI document, under the tag Điều hành. */
export function Documented({ summary, description, refuses = [] }: Documentation): MethodDecorator {
  return applyDecorators(
    ApiTags('Điều hành'),
    ApiOperation({ summary, ...(description !== undefined && { description }) }),
    ApiHeader({ name: 'Accept-Language', required: false, description: '`vi` (default) or `en`' }),
    ...[...byStatus(refuses)].map(([status, codes]) =>
      ApiResponse({
        status,
        description: codes.map((code) => `\`${code}\`: ${PROBLEMS[code].title.en}`).join('; '),
        content: { 'application/problem+json': { schema: { type: 'object' } } },
      }),
    ),
  );
}

function byStatus(codes: readonly ProblemCode[]): ReadonlyMap<number, readonly ProblemCode[]> {
  const grouped = new Map<number, ProblemCode[]>();
  for (const code of codes) {
    const { status } = PROBLEMS[code];
    grouped.set(status, [...(grouped.get(status) ?? []), code]);
  }
  return grouped;
}
