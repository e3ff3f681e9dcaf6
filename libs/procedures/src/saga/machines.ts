import { type ProcedureGroup } from '@lienthong/contracts';
import { birthMachine } from '../birth/birth.machine';
import { deathMachine } from '../death/death.machine';
import { type CaseMachine } from './case.machine';
import { SagaTable } from './saga-table';

/** Every machine a case may still be on. A new version is added here; an old one stays until no case needs it. */
const TABLES: ReadonlyMap<string, SagaTable> = new Map(
  [birthMachine, deathMachine].map((machine) => [`${machine.id}@${machine.version}`, new SagaTable(machine)]),
);

/** The saga of a procedure group in one version. Throws for a version that is not registered. */
export function sagaOf(group: ProcedureGroup, version: number): SagaTable {
  const table = TABLES.get(`${group}@${version}`);
  if (!table) throw new RangeError(`no machine ${group}@${version}`);
  return table;
}

/** The registered machines, for diagrams and path tests. */
export function machines(): readonly { readonly id: string; readonly machine: CaseMachine }[] {
  return [...TABLES].map(([id, { machine }]) => ({ id, machine }));
}
