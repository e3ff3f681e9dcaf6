export * from './consumes.decorator';
export * from './event-bus.port';
export * from './event-bus.strategy';
export * from './publisher.port';
