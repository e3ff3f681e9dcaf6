import { ValidationPipe, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { toFieldErrors } from './field-errors';
import { Problem } from './problem';

/** Validates what controllers declare as DTO classes; whatever they do not is left to them. */
export class FormValidationPipe implements PipeTransform {
  private readonly body = pipe('');
  private readonly query = pipe('/query');

  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    if (metadata.type === 'body') return this.body.transform(value, metadata);
    return metadata.type === 'query' ? this.query.transform(value, metadata) : value;
  }
}

function pipe(parent: string): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    exceptionFactory: (errors) => Problem.validation(toFieldErrors(errors, parent)),
  });
}
