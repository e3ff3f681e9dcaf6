import { KafkaJSConnectionError, KafkaJSNonRetriableError, KafkaJSNumberOfRetriesExceeded } from 'kafkajs';
import { faultOf, KafkaFault } from './kafka-fault';

function protocolError(type: string): Error {
  return Object.assign(new Error(`the broker said ${type}`), { name: 'KafkaJSProtocolError', type });
}

function wrapped(cause: Error): Error {
  return new KafkaJSNumberOfRetriesExceeded(cause, { retryCount: 6, retryTime: 2_000 });
}

describe('faultOf', () => {
  it.each([
    [Object.assign(new Error('no'), { name: 'KafkaJSSASLAuthenticationError' }), 'KAFKA_SASL_PASSWORD'],
    [protocolError('TOPIC_AUTHORIZATION_FAILED'), 'KAFKA_SASL_USERNAME'],
    [wrapped(protocolError('UNKNOWN_TOPIC_OR_PARTITION')), 'ensureTopics'],
    [
      Object.assign(new Error('topics'), { errors: [protocolError('INVALID_REPLICATION_FACTOR')] }),
      'KAFKA_REPLICATION',
    ],
    [new KafkaJSConnectionError('tls', { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }), 'KAFKA_SSL_CA_FILE'],
  ])('finds what has to be changed in %s', (error, variable) => {
    const fault = faultOf(error);
    expect([fault.kind, fault.code]).toEqual(['configuration', 'kafka-configuration']);
    expect(fault.message).toContain(variable);
    expect(fault.message).not.toContain('\n');
  });

  it.each([
    wrapped(new KafkaJSConnectionError('refused', { code: 'ECONNREFUSED' })),
    protocolError('REBALANCE_IN_PROGRESS'),
    protocolError('GROUP_LOAD_IN_PROGRESS'),
    new KafkaJSNonRetriableError('closed'),
    'not even an error',
  ])('takes %s for transient', (error) => {
    expect(faultOf(error).kind).toBe('transient');
  });

  it('names KAFKA_BROKERS when none of them answers', () => {
    const refused = new KafkaJSConnectionError('connect ECONNREFUSED\nat', { code: 'ECONNREFUSED' });
    expect(faultOf(wrapped(refused)).message).toBe(
      'no broker of KAFKA_BROKERS answers (connect ECONNREFUSED)',
    );
  });

  it('leaves a fault as it is', () => {
    const fault = new KafkaFault('configuration', 'as it is');
    expect(faultOf(fault)).toBe(fault);
  });
});
