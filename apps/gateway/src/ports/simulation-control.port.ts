/** Moves the virtual clock. Also the injection token. */
export abstract class SimulationControl {
  /** Runs everything that is due until `instant` (epoch ms); resolves, once idle, with the clock's time. */
  abstract advanceTo(instant: number): Promise<number>;
}

/** Injection token of {@link SimulationControl}. */
export const SIMULATION_CONTROL = SimulationControl;
