import { ON_BEHALF_OF, onBehalfOf, readOnBehalfOf } from './on-behalf-of';
import { type Principal } from './principal';

const OFFICER: Principal = {
  id: 'cán-bộ-ử',
  roles: ['officer'],
  agency: 'residency',
  offices: ['00004', '00008'],
};

const written = (principal: Principal): string => onBehalfOf(principal)[ON_BEHALF_OF] ?? '';

describe('onBehalfOf', () => {
  it.each<Principal>([OFFICER, { id: 'ops.1', roles: ['operator', 'auditor'] }])(
    'is read as it was written: %j',
    (principal) => {
      expect(readOnBehalfOf(written(principal))).toEqual(principal);
    },
  );

  it('is fit for a header, whatever the id is', () => {
    expect(written({ ...OFFICER, id: 'ử\r\nx-evil: 1' })).toMatch(/^[\x20-\x7e]+$/);
  });

  it('says nothing where nobody is known', () => {
    expect(onBehalfOf(undefined)).toEqual({});
  });
});

describe('readOnBehalfOf', () => {
  it.each([
    'officer.7',
    '[]',
    'null',
    '{"roles":["officer"]}',
    '{"id":"","roles":["officer"]}',
    '{"id":"a","roles":"officer"}',
    '{"id":"a","roles":["king"]}',
    '{"id":"a","roles":["officer"],"agency":"police"}',
    '{"id":"a","roles":["officer"],"agency":"residency","offices":["all"]}',
    '{"id":"a","roles":["officer"],"agency":"residency","offices":[]}',
  ])('takes no %s', (header) => {
    expect(readOnBehalfOf(header)).toBeUndefined();
  });
});
