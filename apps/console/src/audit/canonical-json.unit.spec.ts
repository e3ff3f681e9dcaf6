import { canonicalJson } from './canonical-json';

describe('canonical JSON', () => {
  it('writes numbers and literals as RFC 8785 shows them (§3.2.2)', () => {
    const value = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '€$\u000f\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('orders members by UTF-16 code units, as RFC 8785 shows it (§3.2.3)', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect(Object.values(JSON.parse(canonicalJson(value)) as object)).toHaveLength(7);
    const order = ['\\r', '1', '\u0080', 'ö', '€', '😀', '\ufb33'];
    const places = order.map((name) => canonicalJson(value).indexOf(`"${name}":`));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places.every((place) => place >= 0)).toBe(true);
  });

  it('is the same for equal values, however they were put together', () => {
    expect(canonicalJson({ b: [{ d: 1, c: 'ắ' }], a: -0 })).toBe('{"a":0,"b":[{"c":"ắ","d":1}]}');
    expect(canonicalJson({ a: 1, left: undefined })).toBe('{"a":1}');
  });

  it.each([[NaN], [Infinity], [undefined], [[undefined]], ['\ud800'], [new Date(0)], [1n], [() => 1]])(
    'refuses %p, which has no JSON of its own',
    (value) => {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    },
  );
});
