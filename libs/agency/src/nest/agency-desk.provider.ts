import { type FactoryProvider } from '@nestjs/common';
import { vietnamCalendar } from '@lienthong/calendar';
import { Clock } from '@lienthong/clock';
import { Engines } from '@lienthong/engine';
import { Settings } from '@lienthong/platform';
import { ratesFor } from '@lienthong/simulation';
import { createAgencyDecider } from '../domain/agency.decider';
import { type AgencySpec } from '../domain/agency-spec';
import { type AgencyRecord } from '../domain/work-item';
import { AgencyDesk } from './agency-desk';

/** The service of one agency, run by this process's engines as its settings say. */
export function provideAgencyDesk<Facts, Rec extends AgencyRecord>(
  createSpec: () => AgencySpec<Facts, Rec>,
): FactoryProvider<AgencyDesk> {
  return {
    provide: AgencyDesk,
    inject: [Engines, Clock, Settings],
    useFactory: (engines: Engines, clock: Clock, settings: Settings) => {
      const spec = createSpec();
      const decider = createAgencyDecider(spec, {
        seed: settings.seed,
        mode: settings.agencyMode,
        pace: settings.decisionPace,
        calendar: vietnamCalendar,
        rates: ratesFor,
      });
      return new AgencyDesk(spec.agency, engines.for(decider), () => clock.now());
    },
  };
}
