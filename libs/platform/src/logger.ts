import { type LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';
import { type Settings } from './settings';

/** JSON lines on standard error, so that standard output stays what a person reads. Never given personal data. */
export function createLogger(level: Settings['logLevel'], service = 'lienthong'): Logger {
  return pino({ level, base: { service } }, pino.destination({ dest: 2, sync: false }));
}

/** Nest's own messages through the same logger. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: string): void {
    this.logger.info({ context }, String(message));
  }

  error(message: unknown, stack?: string, context?: string): void {
    this.logger.error({ context, stack }, String(message));
  }

  warn(message: unknown, context?: string): void {
    this.logger.warn({ context }, String(message));
  }

  debug(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }

  verbose(message: unknown, context?: string): void {
    this.logger.trace({ context }, String(message));
  }
}
