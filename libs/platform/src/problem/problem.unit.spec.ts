import { AllowedMethods } from './allowed-methods';
import { languageOf } from './language';
import { Problem } from './problem';
import { problemBody } from './problem.body';
import { FIELD_ERRORS } from './field-error.catalogue';
import { PROBLEMS } from './problem.catalogue';

describe('problemBody', () => {
  it('writes every member of RFC 9457 and ours, in the language asked for', () => {
    const problem = Problem.validation([
      { pointer: '/child/fullName', code: 'too-long', params: { max: 100 } },
    ]);
    expect(
      problemBody(problem, { language: 'en', instance: '/v1/dossiers', traceId: 'a'.repeat(32) }),
    ).toEqual({
      type: '/problems/validation-failed',
      title: 'The data are not valid',
      status: 400,
      detail: 'See each field in errors.',
      instance: '/v1/dossiers',
      code: 'validation-failed',
      errors: [{ pointer: '/child/fullName', code: 'too-long', message: 'At most 100 characters' }],
      traceId: 'a'.repeat(32),
    });
    expect(problemBody(problem, { language: 'vi' }).title).toBe('Dữ liệu không hợp lệ');
  });

  it('lists the first hundred errors and counts the others', () => {
    const errors = Array.from({ length: 130 }, (_, i) => ({ pointer: `/${i}`, code: 'unknown-field' }));
    const body = problemBody(Problem.validation(errors), { language: 'vi' });
    expect(body.errors).toHaveLength(100);
    expect(body['moreErrors']).toBe(30);
  });

  it('takes codes of other modules, with their own texts', () => {
    const problem = new Problem({
      code: 'not-manual',
      status: 409,
      title: { vi: 'Tự động', en: 'Automatic' },
      detail: 'x',
    });
    expect(problemBody(problem, { language: 'en' })).toMatchObject({
      status: 409,
      code: 'not-manual',
      title: 'Automatic',
      detail: 'x',
    });
    expect(problemBody(new Problem({ code: 'other', status: 404 }), { language: 'en' }).title).toBe(
      'Not found',
    );
  });
});

describe('the catalogue', () => {
  it('has kebab-case codes, client statuses for client errors, and both languages', () => {
    for (const [code, { status, title }] of Object.entries(PROBLEMS)) {
      expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(title.vi && title.en).toBeTruthy();
    }
    for (const [code, { vi, en }] of Object.entries(FIELD_ERRORS)) {
      expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      const holes = (text: string): string[] => text.match(/\{\w+\}/g) ?? [];
      expect(holes(vi).sort()).toEqual(holes(en).sort());
    }
  });
});

describe('languageOf', () => {
  it.each([
    [undefined, 'vi'],
    ['', 'vi'],
    ['en', 'en'],
    ['en-GB,en;q=0.9,vi;q=0.8', 'en'],
    ['vi;q=0.9,en;q=0.3', 'vi'],
    ['fr, en;q=0.2', 'en'],
    ['fr', 'vi'],
    ['en;q=0', 'vi'],
    ['en;q=abc', 'vi'],
    [`${'x,'.repeat(100_000)}en`, 'vi'],
  ] as const)('%s: %s', (header, language) => expect(languageOf(header)).toBe(language));
});

describe('AllowedMethods', () => {
  it('knows paths by their templates', () => {
    const methods = new AllowedMethods();
    methods.add('/v1/dossiers', ['POST']);
    methods.add('/v1/dossiers', ['GET']);
    methods.add('/v1/dossiers/:number', ['GET']);
    methods.add('/docs/*', ['GET']);
    expect(methods.of('/v1/dossiers')).toEqual(['GET', 'POST']);
    expect(methods.of('/v1/dossiers/x')).toEqual(['GET']);
    expect(methods.of('/v1/dossiers/')).toEqual([]);
    expect(methods.of('/v1/dossiers/x/y')).toEqual([]);
    expect(methods.of('/docs/a/b')).toEqual(['GET']);
  });
});
