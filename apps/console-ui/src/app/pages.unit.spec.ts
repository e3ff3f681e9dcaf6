import { maySee } from './pages';

it('opens a page to who has any of its permissions, and to nobody else', () => {
  expect(maySee('case', ['decide-work'])).toBe(true);
  expect(maySee('case', ['read-cases'])).toBe(true);
  expect(maySee('cases', ['decide-work'])).toBe(false);
  expect(maySee('audit', ['read-cases', 'read-system'])).toBe(false);
  expect(maySee('audit', ['read-audit'])).toBe(true);
});
