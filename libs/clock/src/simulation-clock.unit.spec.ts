import { type ClockKind } from './clock';
import { SimulationClock } from './simulation-clock';

const START = Date.UTC(2026, 10, 16, 1);

describe('SimulationClock', () => {
  let real = 1_000;
  const options = (kind: ClockKind, speed = 3600): ConstructorParameters<typeof SimulationClock>[0] => ({
    kind,
    speed,
    real: () => real,
  });

  beforeEach(() => {
    real = 1_000;
  });

  it('scaled: starts where it is told and runs so many times faster', () => {
    const clock = new SimulationClock(options('scaled'), START);
    expect(clock.now()).toBe(START);
    real += 2_000;
    expect(clock.now()).toBe(START + 7_200_000);
  });

  it('system: is real time, never backwards', () => {
    const clock = new SimulationClock(options('system'), 0);
    expect(clock.now()).toBe(1_000);
    real = 900;
    expect(clock.now()).toBe(1_000);
    real = 1_100;
    expect(clock.now()).toBe(1_100);
  });

  it('virtual: stands until it is moved, and never goes back', () => {
    const clock = new SimulationClock(options('virtual'), START);
    real += 60_000;
    expect(clock.now()).toBe(START);
    clock.hold(START + 5);
    clock.release();
    real += 60_000;
    expect(clock.now()).toBe(START + 5);
    expect(() => clock.hold(START)).toThrow(RangeError);
  });

  it('holds a scaled clock in the past and lets it run on from where it was held', () => {
    const clock = new SimulationClock(options('scaled'), START);
    clock.hold(START - 500);
    real += 9_000;
    expect([clock.now(), clock.isHeld]).toEqual([START - 500, true]);
    clock.hold(START);
    clock.release();
    expect([clock.now(), clock.isHeld]).toEqual([START, false]);
    real += 1;
    expect(clock.now()).toBe(START + 3_600);
  });

  it('goes on after a restart as if a scaled clock had never stopped', () => {
    const record = new SimulationClock(options('scaled'), START).record();
    real += 10_000;
    expect(SimulationClock.restored(options('scaled'), record).now()).toBe(START + 36_000_000);
  });

  it('takes another speed from the restart on, without a jump', () => {
    const record = new SimulationClock(options('scaled'), START).record();
    real += 10_000;
    const clock = SimulationClock.restored(options('scaled', 1), record);
    expect(clock.now()).toBe(START + 36_000_000);
    real += 10;
    expect(clock.now()).toBe(START + 36_000_010);
  });

  it('stands at its last instant after a restart of a virtual clock', () => {
    const clock = new SimulationClock(options('virtual'), START);
    clock.hold(START + 77);
    real += 10_000;
    expect(SimulationClock.restored(options('virtual'), clock.record()).now()).toBe(START + 77);
  });

  it('is still held after a restart in the middle of a replay of the past', () => {
    const clock = new SimulationClock(options('system'), START);
    clock.hold(500);
    const restored = SimulationClock.restored(options('system'), clock.record());
    expect([restored.now(), restored.isHeld]).toEqual([500, true]);
    restored.release();
    expect(restored.now()).toBe(1_000);
  });
});
