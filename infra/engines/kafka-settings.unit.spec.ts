import { brokerEnvironment, brokerProperties } from './kafka-settings';

describe('brokerProperties', () => {
  const lines = brokerProperties({ port: 9092, controllerPort: 9093, dataFolder: '/var/kafka' }).split('\n');

  it('serves clients on the loopback interface and tells them that address', () => {
    expect(lines).toContain('listeners=PLAINTEXT://127.0.0.1:9092,CONTROLLER://127.0.0.1:9093');
    expect(lines).toContain('advertised.listeners=PLAINTEXT://127.0.0.1:9092');
    expect(lines).toContain('controller.quorum.voters=1@127.0.0.1:9093');
  });

  it('keeps its data where it is told', () => {
    expect(lines).toContain('log.dirs=/var/kafka');
  });

  it('creates no topic that nobody has asked for', () => {
    expect(lines).toContain('auto.create.topics.enable=false');
  });

  it('is one setting a line and ends with a newline', () => {
    expect(lines.pop()).toBe('');
    expect(lines.filter((line) => !/^[a-z.]+=.+$/.test(line))).toEqual([]);
    expect(new Set(lines.map((line) => line.split('=')[0])).size).toBe(lines.length);
  });

  it('takes other settings in the place of its own', () => {
    const place = { port: 1, controllerPort: 2, dataFolder: '/k' };
    const others = brokerProperties(place, { 'node.id': '3', 'ssl.client.auth': 'none' }).split('\n');
    expect(others.filter((line) => line.startsWith('node.id='))).toEqual(['node.id=3']);
    expect(others).toContain('ssl.client.auth=none');
  });

  it('escapes the backslashes of a path', () => {
    expect(brokerProperties({ port: 1, controllerPort: 2, dataFolder: 'C:\\kafka' })).toContain(
      'log.dirs=C:\\\\kafka\n',
    );
  });
});

describe('brokerEnvironment', () => {
  it('names settings as the image wants them', () => {
    expect(brokerEnvironment({ 'node.id': '1', listeners: 'PLAINTEXT://:9092' })).toEqual({
      KAFKA_NODE_ID: '1',
      KAFKA_LISTENERS: 'PLAINTEXT://:9092',
    });
  });
});
