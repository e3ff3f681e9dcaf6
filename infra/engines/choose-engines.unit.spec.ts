import { chooseOwnEngines, type Facts, givenEngines } from './choose-engines';

const EVERYTHING: Facts = { docker: true, java: 21, javac: true, maven: true };

describe('givenEngines', () => {
  it('takes both from the environment', () => {
    expect(givenEngines({ KAFKA_BROKERS: 'a:1,b:2', MONGODB_URI: 'mongodb://c' })).toEqual({
      kind: 'given',
      brokers: 'a:1,b:2',
      uri: 'mongodb://c',
    });
  });

  it.each([[{}], [{ KAFKA_BROKERS: '', MONGODB_URI: '' }]])('finds none in %p', (environment) => {
    expect(givenEngines(environment)).toBeUndefined();
  });

  it('names the variable that is missing when only one is set', () => {
    expect(givenEngines({ KAFKA_BROKERS: 'a:1' })).toEqual({
      kind: 'none',
      reason: 'KAFKA_BROKERS is set but MONGODB_URI is not: set both or neither',
    });
    expect(givenEngines({ MONGODB_URI: 'mongodb://c' })).toEqual({
      kind: 'none',
      reason: 'MONGODB_URI is set but KAFKA_BROKERS is not: set both or neither',
    });
  });
});

describe('chooseOwnEngines', () => {
  it('prefers Docker', () => {
    expect(chooseOwnEngines(EVERYTHING)).toEqual({ kind: 'docker' });
  });

  it('takes Docker alone', () => {
    expect(chooseOwnEngines({ docker: true, java: undefined, javac: false, maven: false })).toEqual({
      kind: 'docker',
    });
  });

  it.each([17, 21])('takes Maven with Java %d where Docker does not answer', (java) => {
    expect(chooseOwnEngines({ ...EVERYTHING, docker: false, java })).toEqual({ kind: 'maven' });
  });

  it.each<[string, Partial<Facts>]>([
    ['there is no Java 17', { java: undefined, javac: false, maven: false }],
    ['Java 11 is older than 17', { java: 11 }],
    ['Java is there without its compiler (javac)', { javac: false }],
    ['Maven (mvn) is not installed', { maven: false }],
  ])('says that %s', (lack, facts) => {
    expect(chooseOwnEngines({ ...EVERYTHING, docker: false, ...facts })).toEqual({
      kind: 'none',
      reason: `KAFKA_BROKERS and MONGODB_URI are not set, no Docker engine answers, and ${lack}`,
    });
  });
});
