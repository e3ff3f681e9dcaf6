import { isKnownType, TOPICS } from './message-catalogue';

describe('the catalogue of messages', () => {
  it('has every topic that something is sent to, and no other', () => {
    expect(TOPICS).toHaveLength(11);
    expect(TOPICS).toEqual(
      expect.arrayContaining(['case.events', 'residency.commands', 'judicial-records.events']),
    );
    expect(TOPICS).not.toContain('judicial-records.commands');
  });

  it('knows a type by its topic', () => {
    expect(isKnownType('residency.events', 'vn.lienthong.residence.registered.v1')).toBe(true);
    expect(isKnownType('health-insurance.events', 'vn.lienthong.residence.registered.v1')).toBe(false);
    expect(isKnownType('residency.commands', 'vn.lienthong.officer.assigned.v1')).toBe(true);
    expect(isKnownType('residency.events', 'vn.lienthong.officer.assigned.v1')).toBe(false);
    expect(isKnownType('case.events', 'toString')).toBe(false);
  });
});
