import { flowOption } from './flow-option';

const LOOK = {
  names: { filed: 'Nộp', ended: 'Kết thúc' },
  colors: { filed: '#0f666c', ended: '#fd7e14' },
  short: (at: string) => at.slice(0, 5),
  format: (count: number) => `${count} hồ sơ`,
};

describe('flowOption', () => {
  const option = flowOption(
    'bar',
    [
      { at: '21/11/2026', filed: 3, ended: 1 },
      { at: '22/11/2026', filed: 0, ended: 4 },
    ],
    LOOK,
  );

  it('draws what was filed and what ended side by side, each in its colour', () => {
    expect(option['series']).toMatchObject([
      { name: 'Nộp', type: 'bar', color: '#0f666c', data: [3, 0] },
      { name: 'Kết thúc', type: 'bar', color: '#fd7e14', data: [1, 4] },
    ]);
    expect(option['xAxis']).toMatchObject({ data: ['21/11/2026', '22/11/2026'] });
  });

  it('does not move by itself when the figures change', () => {
    expect(option['animation']).toBe(false);
  });
});
