import { type FactoryProvider } from '@nestjs/common';
import { vietnamCalendar, type WorkingCalendar, withOutages } from '@lienthong/calendar';
import { Clock } from '@lienthong/clock';
import { type LinkedAgencyId } from '@lienthong/contracts';
import { Engines } from '@lienthong/engine';
import { Settings } from '@lienthong/platform';
import { createRates } from '@lienthong/simulation';
import { createAgencyDecider } from '../domain/agency.decider';
import { type AgencySpec } from '../domain/agency-spec';
import { OfficeDecider } from '../domain/office/office.decider';
import { type AgencyRecord } from '../domain/work-item';
import { AgencyDesk } from './agency-desk';

/**
 * The service of one agency, run by this process's engines as its settings say. `createSpec` is given the times at which
 * the agency works.
 */
export function provideAgencyDesk<Facts, Rec extends AgencyRecord>(
  agency: LinkedAgencyId,
  createSpec: (calendar: WorkingCalendar) => AgencySpec<Facts, Rec>,
): FactoryProvider<AgencyDesk> {
  return {
    provide: AgencyDesk,
    inject: [Engines, Clock, Settings],
    useFactory: (engines: Engines, clock: Clock, settings: Settings) => {
      const outages = settings.outages.filter((outage) => outage.agency === agency);
      const calendar = withOutages(vietnamCalendar, outages);
      const officers = settings.officers.get(agency);
      const decider = createAgencyDecider(createSpec(calendar), {
        seed: settings.seed,
        mode: settings.agencyMode,
        pace: settings.decisionPace,
        calendar,
        officers,
        rates: createRates(settings.rates),
      });
      // Also without a limit: a queue from before it was lifted is served.
      const office = new OfficeDecider(agency, { officers: officers ?? Infinity, calendar });
      return new AgencyDesk(agency, engines.for(decider), engines.for(office), () => clock.now());
    },
  };
}
