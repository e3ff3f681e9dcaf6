import { logLevel } from 'kafkajs';
import { type KafkaLogLine, logTo } from './kafka-log';

function logged(
  level: logLevel,
  message: string,
  extra: Record<string, unknown> = {},
): KafkaLogLine | undefined {
  let line: KafkaLogLine | undefined;
  logTo((it) => (line = it))()({
    namespace: 'Runner',
    level,
    label: '',
    log: { timestamp: '', message, ...extra },
  });
  return line;
}

describe('logTo', () => {
  it.each([
    [logLevel.ERROR, 'Connection timeout', 'error'],
    [logLevel.WARN, 'Unsupported', 'warn'],
    [logLevel.INFO, 'Starting', 'debug'],
    [logLevel.WARN, 'The group is rebalancing, re-joining', 'debug'],
    [logLevel.ERROR, 'The coordinator is not aware of this member, re-joining the group', 'debug'],
  ])('logs level %s %p as %s', (level, message, expected) => {
    expect(logged(level, message)?.level).toBe(expected);
  });

  it('is quiet about a rebalance that stands in the error', () => {
    const line = logged(logLevel.ERROR, 'Response Heartbeat', {
      error: 'The group is rebalancing, so a rejoin is needed',
    });
    expect(line?.level).toBe('debug');
  });

  it('passes on only what cannot hold the content of a message', () => {
    const extra = {
      groupId: 'g',
      broker: 'b:1',
      retryCount: 2,
      error: new Error('x'),
      payload: { name: 'Lan' },
    };
    expect(logged(logLevel.ERROR, 'no', extra)).toEqual({
      level: 'error',
      message: 'no',
      namespace: 'Runner',
      group: 'g',
      broker: 'b:1',
      error: 'x',
      retryCount: 2,
    });
  });
});
