import { LINKED_STATUSES, type LinkedStatusCode, NATIONAL_STATUSES, nextLinkedStatusAllowed } from '.';

const codes = Object.values(LINKED_STATUSES).map(({ code }) => code);

/** Whether the centre takes these statuses one after the other. */
const accepts = (sequence: readonly LinkedStatusCode[]): boolean =>
  sequence.every((to, at) => nextLinkedStatusAllowed(sequence[at - 1], to));

describe('the status tables', () => {
  it('name ten national and seven linked statuses, each under its own code', () => {
    expect(Object.entries(NATIONAL_STATUSES).map(([key, { code }]) => [key, code])).toEqual(
      Array.from({ length: 10 }, (_, at) => [`${at + 1}`, at + 1]),
    );
    expect(Object.entries(LINKED_STATUSES).map(([key, { code }]) => [key, code])).toEqual(
      Array.from({ length: 7 }, (_, at) => [`${at + 1}`, at + 1]),
    );
  });

  it('have a label of their own in both languages', () => {
    for (const table of [Object.values(NATIONAL_STATUSES), Object.values(LINKED_STATUSES)]) {
      expect(new Set(table.map(({ vi }) => vi)).size).toBe(table.length);
      expect(new Set(table.map(({ en }) => en)).size).toBe(table.length);
    }
  });

  it('say which national status stands for a linked one', () => {
    expect(codes.map((code) => LINKED_STATUSES[code].national)).toEqual([1, 5, 2, 9, 10, 3, 4]);
  });
});

describe('the order of linked statuses', () => {
  it.each([
    [[1, 3, 7, 4, 5]],
    [[1, 3, 7, 2, 3, 7, 4, 5]],
    [[1, 3, 7, 2, 3, 7, 2, 3, 7, 6]],
    [[1, 6]],
    [[1, 3, 6]],
    [[1, 3, 7, 2, 6]],
  ] as [LinkedStatusCode[]][])('is kept by %j', (sequence) => {
    expect(accepts(sequence)).toBe(true);
  });

  it.each([
    [[3]],
    [[6]],
    [[1, 7]],
    [[1, 4]],
    [[1, 3, 4]],
    [[1, 3, 2]],
    [[1, 3, 7, 5]],
    [[1, 3, 7, 2, 7]],
    [[1, 1]],
    [[1, 3, 1]],
  ] as [LinkedStatusCode[]][])('is broken by %j', (sequence) => {
    expect(accepts(sequence)).toBe(false);
  });

  it('ends with a refusal or a returned result; a registered dossier can only be returned', () => {
    expect(codes.filter((to) => nextLinkedStatusAllowed(6, to))).toEqual([]);
    expect(codes.filter((to) => nextLinkedStatusAllowed(5, to))).toEqual([]);
    expect(codes.filter((to) => nextLinkedStatusAllowed(4, to))).toEqual([5]);
  });
});
