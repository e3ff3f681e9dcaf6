import { shownError } from './shown-error';

describe('an error as it is shown', () => {
  it.each([
    ['no record of 001085123456 here', 'no record of ••• here'],
    ['phone 0912 345 678 is taken', 'phone ••• is taken'],
    ['mail an.nguyen@example.vn bounced', 'mail ••• bounced'],
    ['G22.99.08-20261116-0000042 is unknown', 'G••• is unknown'],
    ['step 3 of 12 failed in 2026', 'step 3 of 12 failed in 2026'],
    ['the calendar covers 2023-07-01 to 2050-12-31', 'the calendar covers 2023-••-•• to 2050-••-••'],
    ['born 1985-03-12 and 2019-02-30T08:00', 'born 1985-••-•• and 2019-••-••T08:00'],
    ['account 1985-03-12-77', 'account •••'],
  ])('%p', (error, shown) => {
    expect(shownError(error)).toBe(shown);
    expect(shownError(error)).not.toMatch(/\d{6}/);
  });

  it('is the same for errors that differ by numbers only, so that they count as one', () => {
    expect(shownError('account 12345678 is closed')).toBe(shownError('account 987654321 is closed'));
  });
});
