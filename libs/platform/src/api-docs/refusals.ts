import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { type ProblemCode, PROBLEMS } from '../problem';

/** How one status of a refusal stands in an OpenAPI document. */
export interface Refusal {
  readonly description: string;
  readonly content: Readonly<Record<string, object>>;
}

/** One documented response a status, naming every code it can carry. */
export function refusalsOf(codes: readonly ProblemCode[]): Readonly<Record<string, Refusal>> {
  const byStatus: Record<string, Refusal> = {};
  for (const code of new Set(codes)) {
    const { status, title } = PROBLEMS[code];
    const named = `\`${code}\`: ${title.en}`;
    const before = byStatus[status]?.description;
    byStatus[status] = {
      description: before === undefined ? named : `${before}; ${named}`,
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    };
  }
  return byStatus;
}

/**
 * The problems of its own that an operation may answer with. What every operation may is added to the whole document.
 */
export function Refuses(...codes: readonly ProblemCode[]): MethodDecorator {
  return applyDecorators(
    ...Object.entries(refusalsOf(codes)).map(([status, refusal]) =>
      ApiResponse({ status: Number(status), ...refusal }),
    ),
  );
}
