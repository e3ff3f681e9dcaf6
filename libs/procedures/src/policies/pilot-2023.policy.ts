import { mojReport } from './moj-report.policy';
import { type Policy } from './policy';

/** The national pilot of 10 July 2023 to 30 June 2024, measured by the limits reported for it. */
export const pilot2023: Policy = {
  ...mojReport,
  id: 'pilot-2023',
  name: { vi: 'Thí điểm 2023–2024', en: 'Pilot 2023–2024' },
  effective: { from: '2023-07-10', to: '2024-06-30' },
  source: 'Taken to be the limits of the Ministry of Justice report (inferred).',
};
