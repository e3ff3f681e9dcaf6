import { type MachineView } from '@lienthong/contracts';
import { walkOf, isChoice } from './walk';
import { machine } from './machine.fixture';

const at = (minute: number): string => `2026-11-16T08:0${minute}:00.000+07:00`;

describe('the walk of a case over its machine', () => {
  it('numbers the states that rest in the order of their entering, and knows when', () => {
    const { steps, enteredAt } = walkOf(machine, [
      { state: 'first', at: at(0), by: 'filed' },
      { state: 'first.working', at: at(0), by: 'filed' },
      { state: 'first.waiting', at: at(1), by: 'a.asked' },
      { state: 'first.working', at: at(2), by: 'a.answered' },
    ]);
    expect([...steps]).toEqual([
      ['first.working', [1, 3]],
      ['first.waiting', [2]],
    ]);
    expect(enteredAt.get('first.working')).toBe(at(2));
  });

  it('marks what was taken, the choice and the result of a part included', () => {
    const { taken, steps } = walkOf(machine, [
      { state: 'first', at: at(0), by: 'filed' },
      { state: 'first.choosing', at: at(0), by: 'filed' },
      { state: 'first.working', at: at(0), by: 'filed' },
      { state: 'first.done', at: at(1), by: 'a.approved' },
      { state: 'both', at: at(1), by: 'a.approved' },
      { state: 'both.left.working', at: at(1), by: 'a.approved' },
      { state: 'both.right.working', at: at(1), by: 'a.approved' },
      { state: 'both.right.done', at: at(2), by: 'right.approved' },
    ]);
    expect([...taken]).toEqual([
      'first.choosing→first.working',
      'first.working→first.done',
      'first→both',
      'both.right.working→both.right.done',
    ]);
    expect(steps.get('first.done')).toEqual([2]);
    expect(steps.has('first.choosing')).toBe(false);
  });

  it('begins a part anew when it is entered anew', () => {
    const { taken } = walkOf(machine, [
      { state: 'first.done', at: at(0), by: 'a.approved' },
      { state: 'end', at: at(1), by: 'a.approved' },
      { state: 'first.working', at: at(2), by: 'again' },
    ]);
    expect([...taken]).toEqual(['first→end', 'end→first']);
  });

  it('passes over states that the machine does not have', () => {
    expect(walkOf(machine, [{ state: 'gone', at: at(0), by: 'filed' }]).steps.size).toBe(0);
  });
});

it('a choice is a state that is left without an event only', () => {
  const named = (m: MachineView, id: string): boolean => isChoice(m, id);
  expect(named(machine, 'first.choosing')).toBe(true);
  expect(named(machine, 'first.working')).toBe(false);
  expect(named(machine, 'end')).toBe(false);
});
