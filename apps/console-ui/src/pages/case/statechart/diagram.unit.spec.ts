import { diagramOf, openAtFirst } from './diagram';
import { machine } from './machine.fixture';
import { walkOf } from './walk';

const at = '2026-11-16T08:00:00.000+07:00';
const fresh = walkOf(machine, [
  { state: 'first.choosing', at, by: 'filed' },
  { state: 'first.working', at, by: 'filed' },
]);
const undoing = walkOf(machine, [
  { state: 'both.left.working', at, by: 'a.approved' },
  { state: 'undoing.working', at, by: 'undo' },
]);

describe('the parts that are open at first', () => {
  it('are those on the ordinary way', () => {
    expect([...openAtFirst(machine, fresh)].sort()).toEqual(['', 'both', 'both.left', 'both.right', 'first']);
  });

  it('and those that the case has been in', () => {
    expect(openAtFirst(machine, undoing)).toContain('undoing');
  });
});

describe('the diagram', () => {
  const open = openAtFirst(machine, fresh);
  const { states, arrows } = diagramOf(machine, fresh, ['first', 'first.working'], open);
  const shape = (id: string): string | undefined => states.find(({ state }) => state.id === id)?.shape;

  it('tells boxes, choices, open and folded parts apart, and leaves out the root', () => {
    expect(shape('')).toBeUndefined();
    expect(shape('first')).toBe('container');
    expect(shape('first.choosing')).toBe('choice');
    expect(shape('first.working')).toBe('box');
    expect(shape('undoing')).toBe('folded');
    expect(shape('undoing.working')).toBeUndefined();
  });

  it('hides what is inside a part whose own part is folded', () => {
    const folded = new Set([...open].filter((id) => id !== 'both'));
    const ids = diagramOf(machine, fresh, [], folded).states.map(({ state }) => state.id);
    expect(ids).toContain('both');
    expect(ids.filter((id) => id.startsWith('both.'))).toEqual([]);
  });

  it('draws events that lead the same way as one arrow', () => {
    expect(arrows.find(({ key }) => key === 'first.waiting→first.working')?.labels).toEqual([
      { event: 'a.answered' },
      { event: 'resume' },
    ]);
  });

  it('keeps what does not leave a state inside its box', () => {
    expect(states.find(({ state }) => state.id === 'first.working')?.internal).toEqual([{ event: 'a.late' }]);
    expect(arrows.some(({ from, to }) => from === to)).toBe(false);
  });

  it('marks the present and what was taken', () => {
    expect(states.filter(({ active }) => active).map(({ state }) => state.id)).toEqual([
      'first',
      'first.working',
    ]);
    expect(arrows.filter(({ taken }) => taken).map(({ key }) => key)).toEqual([
      'first.choosing→first.working',
    ]);
  });
});
