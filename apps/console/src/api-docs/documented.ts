import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type ProblemCode, Refuses } from '@lienthong/platform';

export interface Documentation {
  readonly summary: string;
  readonly description?: string;
  /** Of an action, which is answered 202: what that means. Reads are answered 200. */
  readonly accepted?: string;
  /** What it answers; JSON unless told. */
  readonly produces?: string;
  /** Whether it answers 304 to who knows what it would say. */
  readonly unchanged?: boolean;
  /** Whether nobody need show who they are. */
  readonly open?: boolean;
  /** Codes of problems that it may answer with, beside those that every operation may. */
  readonly refuses?: readonly ProblemCode[];
}

/** An operation of the console in the OpenAPI document, under the tag Điều hành. */
export function Documented(documentation: Documentation): MethodDecorator {
  const { summary, description, accepted, produces, unchanged, open, refuses = [] } = documentation;
  const content =
    produces === undefined
      ? { 'application/json': { schema: { type: 'object' } } }
      : { [produces]: { schema: { type: 'string' } } };
  return applyDecorators(
    ApiTags('Điều hành'),
    ApiOperation({
      summary,
      ...(description !== undefined && { description }),
      ...(open && { security: [] }),
    }),
    ApiHeader({ name: 'Accept-Language', required: false, description: '`vi` (default) or `en`' }),
    ApiResponse({
      status: accepted === undefined ? 200 : 202,
      description: accepted ?? 'As of now',
      content,
    }),
    ...(unchanged ? [ApiResponse({ status: 304, description: 'As the caller has it' })] : []),
    Refuses(...refuses),
  );
}
