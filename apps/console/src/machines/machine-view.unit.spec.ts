import { type MachineView } from '@lienthong/contracts';
import { machines } from '@lienthong/procedures';
import { machineView } from './machine-view';
import { stateLabel } from './state-labels';

const all = machines().map(({ id, machine }) => [id, machine] as const);

describe.each(all)('%s', (id, machine) => {
  const view: MachineView = machineView(id, machine);
  const ids = new Set(view.states.map((state) => state.id));

  it('has a label in both languages for every state', () => {
    const unnamed = view.states.filter(({ id: state }) => {
      const label = stateLabel(machine.id, state === '' ? [] : state.split('.'));
      return !label || label.vi === '' || label.en === '';
    });
    expect(unnamed.map((state) => state.id)).toEqual([]);
  });

  it('names each state once, with a parent that is there, and each transition between states that are there', () => {
    expect(ids.size).toBe(view.states.length);
    for (const { id: state, parent } of view.states)
      if (state !== '') expect(ids).toContain(parent);
      else expect(parent).toBeUndefined();
    for (const { from, to } of view.transitions) {
      expect(ids).toContain(from);
      expect(ids).toContain(to);
    }
  });

  it('lets every state but those where it begins be reached', () => {
    const reached = new Set(view.transitions.filter(({ from, to }) => from !== to).map(({ to }) => to));
    const begins = new Set(view.states.flatMap(({ initial }) => initial ?? []));
    const parallel = new Set(view.states.filter(({ kind }) => kind === 'parallel').map((state) => state.id));
    const unreached = view.states.filter(
      ({ id: state, parent }) =>
        state !== '' && !reached.has(state) && !begins.has(state) && !parallel.has(parent ?? '-'),
    );
    expect(unreached.map((state) => state.id)).toEqual([]);
  });

  it('offers every event that the machine knows', () => {
    const events = new Set(view.transitions.map(({ event }) => event));
    for (const event of machine.events) if (!event.startsWith('xstate.')) expect(events).toContain(event);
  });
});

describe('the birth machine', () => {
  const view = machineView('birth@1', machines().find(({ id }) => id === 'birth@1')!.machine);
  const state = (id: string): object | undefined => view.states.find((one) => one.id === id);
  const from = (id: string): object[] => view.transitions.filter((one) => one.from === id);

  it('is one of compound, parallel, atomic and final states', () => {
    expect(view.version).toBe(1);
    expect(state('')).toMatchObject({ key: 'birth', kind: 'compound', initial: 'registration' });
    expect(state('branches')).toMatchObject({ kind: 'parallel', parent: '' });
    expect(state('branches')).not.toHaveProperty('initial');
    expect(state('branches.residency.verifying')).toEqual({
      id: 'branches.residency.verifying',
      key: 'verifying',
      parent: 'branches.residency',
      kind: 'atomic',
      label: { vi: 'Đang xác minh', en: 'Verifying on site' },
    });
    expect(state('registration.completed')).toMatchObject({ kind: 'final' });
    expect(state('branches.health-insurance.verifying')).toBeUndefined();
  });

  it('tells guards, what happens without an event, and what a finished part leads to', () => {
    expect(from('registration')).toEqual([
      { from: 'registration', to: 'branches', event: 'done', guard: 'fans-out' },
      { from: 'registration', to: 'settled', event: 'done' },
    ]);
    expect(from('branches.residency.choosing')).toEqual([
      {
        from: 'branches.residency.choosing',
        to: 'branches.residency.requested',
        event: '',
        guard: 'chosen(residency)',
      },
      { from: 'branches.residency.choosing', to: 'branches.residency.skipped', event: '' },
    ]);
    expect(from('branches.residency.requested')).toContainEqual({
      from: 'branches.residency.requested',
      to: 'branches.residency.requested',
      event: 'residency.deadline-passed',
      guard: 'on-time(residency)',
    });
    expect(from('settled')).toContainEqual({
      from: 'settled',
      to: 'correcting',
      event: 'correct',
      guard: 'issued(civil-registry)',
    });
  });
});
