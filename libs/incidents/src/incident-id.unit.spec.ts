import { compareKeys, incidentId, incidentKey } from './incident-id';

describe('the id of an incident', () => {
  it.each([
    [{ service: 'residency', kind: 'residency', aggregateId: 'G22.99.08-20261116-0000001' }],
    [{ service: 'gateway', kind: 'dossier-actions', aggregateId: 'd-G22.99.08-20261116-0000001' }],
    [{ service: 'console', kind: 'console-batch-chunks', aggregateId: 'b-1/1/00001' }],
  ])('is fit for a URL and names the aggregate: %p', (key) => {
    const id = incidentId(key);
    expect(id).toMatch(/^[\w-]+$/);
    expect(incidentKey(id)).toEqual(key);
  });

  it.each(['', 'x', 'a/b/c', '====', Buffer.from('residency/').toString('base64url'), 'A'.repeat(401)])(
    'is not %p',
    (text) => {
      expect(incidentKey(text)).toBeUndefined();
    },
  );

  it('orders by service, kind and aggregate', () => {
    const keys = ['b/a/1', 'a/b/2', 'a/b/10', 'a/a/9'].map((text) => {
      const [service = '', kind = '', aggregateId = ''] = text.split('/');
      return { service, kind, aggregateId };
    });
    expect(
      keys.sort(compareKeys).map(({ service, kind, aggregateId }) => `${service}/${kind}/${aggregateId}`),
    ).toEqual(['a/a/9', 'a/b/10', 'a/b/2', 'b/a/1']);
  });
});
