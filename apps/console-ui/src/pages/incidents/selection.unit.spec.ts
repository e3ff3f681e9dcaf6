import { isFiltered, selectionOf } from './selection';

it('reads the filter off the address', () => {
  const query = new URLSearchParams({
    service: 'residency',
    error: 'no calendar',
    dossierNumber: ' g22.99 ',
    tab: 'x',
  });
  expect(selectionOf(query)).toEqual({ service: 'residency', error: 'no calendar', dossierNumber: 'G22.99' });
});

it('knows an empty filter', () => {
  expect(isFiltered(selectionOf(new URLSearchParams('service=')))).toBe(false);
  expect(isFiltered({ error: 'x' })).toBe(true);
});
