import { isBirthNoticeNumber, isCommuneDeathNoticeNumber, parseBirthNoticeNumber } from '.';

describe('birth notice numbers', () => {
  it('tell serial, facility and year in the national form of 18 characters', () => {
    expect('00123.GCS.01001.26').toHaveLength(18);
    expect(parseBirthNoticeNumber('00123.GCS.01001.26')).toEqual({
      serial: '00123',
      facility: '01001',
      year: 2026,
    });
  });

  it.each([
    '0123.GCS.01001.26',
    '00123.GBT.01001.26',
    '00123-GCS-01001-26',
    '00123.GCS.01001.2026',
    '00123.gcs.01001.26',
    '00123xGCSx01001x26',
  ])('must have the national form from 1/10/2025 on, not %j', (text) => {
    expect(isBirthNoticeNumber(text, '2025-10-01')).toBe(false);
  });

  it('are free before', () => {
    for (const text of ['123/2025', '45 BVPS-HN', 'Số 7']) {
      expect(isBirthNoticeNumber(text, '2025-09-30')).toBe(true);
      expect(isBirthNoticeNumber(text, '2025-10-01')).toBe(false);
    }
    for (const text of ['', ' 12', '12\u202e3', '12\n3', '<b>1</b>', '1'.repeat(41)])
      expect(isBirthNoticeNumber(text, '2025-09-30')).toBe(false);
  });

  it('may have the national form for a child born before, and a later year than the birth, but no earlier', () => {
    expect(isBirthNoticeNumber('00123.GCS.01001.25', '2025-09-30')).toBe(true);
    expect(isBirthNoticeNumber('00123.GCS.01001.26', '2025-12-31')).toBe(true);
    expect(isBirthNoticeNumber('00123.GCS.01001.25', '2026-01-01')).toBe(false);
  });
});

describe('death notice numbers of a commune', () => {
  it.each(['01/UBND-GBT', '1/UBND-GBT', '123/2026/UBND-GBT'])('are like %j', (text) => {
    expect(isCommuneDeathNoticeNumber(text)).toBe(true);
  });

  it.each(['UBND-GBT', '/UBND-GBT', '01/UBND', '01/BV-GBT', '01/UBND-GBT ', '01/26/UBND-GBT'])(
    'are not like %j',
    (text) => {
      expect(isCommuneDeathNoticeNumber(text)).toBe(false);
    },
  );
});
