import { type Procedure, type ProcedureGroup } from '@lienthong/contracts';

/** Every choice of agencies that the two groups of procedures allow, and how many simple paths it has. */
export const PATH_GROUPS: readonly {
  readonly title: string;
  readonly group: ProcedureGroup;
  readonly procedures: readonly Procedure[];
  readonly paths: number;
}[] = [
  {
    title: 'birth: all three procedures',
    group: 'birth',
    procedures: ['birth-registration', 'permanent-residence', 'health-insurance-card'],
    paths: 2184,
  },
  {
    title: 'birth: without the card',
    group: 'birth',
    procedures: ['birth-registration', 'permanent-residence'],
    paths: 259,
  },
  {
    title: 'birth: without residence',
    group: 'birth',
    procedures: ['birth-registration', 'health-insurance-card'],
    paths: 106,
  },
  {
    title: 'death: all four procedures',
    group: 'death',
    procedures: ['death-registration', 'residence-deletion', 'funeral-allowance', 'survivor-benefits'],
    paths: 678,
  },
  {
    title: 'death: without benefits',
    group: 'death',
    procedures: ['death-registration', 'residence-deletion'],
    paths: 106,
  },
];
