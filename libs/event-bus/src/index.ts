export * from './consumes.decorator';
export * from './event-bus.port';
