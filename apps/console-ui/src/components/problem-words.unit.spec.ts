import i18n from 'i18next';
import { ApiProblem } from '../api/problem';
import { problemWords } from './problem-words';

const texts = {
  allowed: 'Lúc này chỉ được: {{actions}}.',
  nothing: 'Lúc này không được thao tác nào.',
  unreachable: 'Máy chủ không trả lời.',
  name: { stop: 'Dừng xử lý' },
};
const refused = (code: string, body: object): ApiProblem =>
  new ApiProblem(409, code, 'Hồ sơ không cho phép thao tác này', undefined, { ...body });

beforeAll(async () => {
  await i18n.init({ lng: 'vi', resources: { vi: { common: { operation: texts } } } });
});

it('says what is possible instead', () => {
  const { message } = problemWords(refused('action-not-allowed', { allowedActions: ['stop', 'withdraw'] }));
  expect(message).toBe('Hồ sơ không cho phép thao tác này. Lúc này chỉ được: Dừng xử lý, withdraw.');
});

it('says so when nothing is', () => {
  const { message } = problemWords(refused('action-not-allowed', { allowedActions: [] }));
  expect(message).toBe('Hồ sơ không cho phép thao tác này. Lúc này không được thao tác nào.');
});

it('names the fields that are wrong, and why', () => {
  const errors = [
    { pointer: '/data/child.sex', code: 'unknown-value', message: 'Chỉ nhận: male, female' },
    'odd',
  ];
  const { message } = problemWords(refused('validation-failed', { errors }));
  expect(message).toBe('Hồ sơ không cho phép thao tác này. child.sex: Chỉ nhận: male, female.');
});

it('tells that nobody answered, and passes on what is no problem of the API', () => {
  expect(problemWords(new ApiProblem(0, 'unreachable', 'x', undefined)).message).toBe(
    'Máy chủ không trả lời.',
  );
  const error = new Error('own words');
  expect(problemWords(error)).toBe(error);
});
