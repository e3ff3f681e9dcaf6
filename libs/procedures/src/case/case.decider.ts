import { vietnamCalendar, type WorkingCalendar } from '@lienthong/calendar';
import { type AgencyEvent, type DossierEvent, type Message } from '@lienthong/contracts';
import { type Decider, type Decision } from '@lienthong/engine';
import { applicantAsks } from './applicant-request';
import { acceptDossier } from './accept-dossier';
import { agencyReports } from './agency-report';
import { CaseClock } from './case-clock';
import { type CaseState } from './case-state';
import { type Places } from '../rules/rule';
import { Performer } from './performer';
import { caseTimers, nodeOf, timePasses } from './case-timers';

export type CaseInput = DossierEvent | AgencyEvent;

export interface CaseDeciderOptions {
  readonly calendar?: WorkingCalendar;
  /** The two-digit province code of a commune: cases can be listed by it. */
  readonly provinceOf?: (communeCode: string) => string | undefined;
  /** What addresses are checked against when a supplement or a correction changes the dossier; none is wrong by default. */
  readonly places?: Places;
}

const ANYWHERE: Places = {
  isCommune: () => true,
  isProvince: () => true,
  commune: () => undefined,
  provinceOfCommune: () => undefined,
  formerCommune: () => undefined,
};

/**
 * The saga of one dossier, as a decider: messages of the gateway and of the agencies in, commands to the agencies
 * and one `case.events` message a history entry out. The statechart decides what may happen; here it takes effect.
 */
export function createCaseDecider({
  calendar = vietnamCalendar,
  provinceOf = () => undefined,
  places = ANYWHERE,
}: CaseDeciderOptions = {}): Decider<CaseState, CaseInput> {
  const performer = new Performer(new CaseClock(calendar));
  const acceptance = { calendar, performer, provinceOf };
  return {
    service: 'orchestrator',
    target: dossierOf,
    timers: caseTimers,
    facets: {
      status: { indexed: true, of: (state) => nodeOf(state).status },
      procedureGroup: { of: (state) => state.dossier.procedureGroup },
      province: { of: (state) => state.province },
      submittedAt: { of: (state) => state.submittedAt },
      submittedBy: { indexed: true, of: (state) => state.submittedBy },
    },
    decide(state, input, { now, id }): Decision<CaseState> | undefined {
      if (input.type === 'vn.lienthong.dossier.submitted.v1') {
        return state === undefined ? acceptDossier(id, input.data, now, acceptance) : undefined;
      }
      if (state === undefined) return undefined;
      switch (input.type) {
        case 'timer.fired':
          return timePasses(state, input, now, performer);
        case 'vn.lienthong.supplement.provided.v1':
        case 'vn.lienthong.withdrawal.requested.v1':
        case 'vn.lienthong.stop.requested.v1':
        case 'vn.lienthong.correction.requested.v1':
        case 'vn.lienthong.cancellation.requested.v1':
          return applicantAsks(state, input, now, { performer, places });
        default:
          return agencyReports(state, input, now, performer);
      }
    },
  };
}

/** Every message on the topics the orchestrator reads is about the dossier in its subject. */
function dossierOf(message: Message): string {
  return message.subject;
}
