import { Injectable } from '@nestjs/common';
import { type CaseSelection } from '@lienthong/contracts';
import { type FacetConditions } from '@lienthong/engine';
import { OwnerlessCases } from '../read-model/ownerless-cases';
import { StandingCases } from '../read-model/standing-cases';
import { conditionsOf } from './selection-conditions';

/** A selection as conditions on the records, with what other services know of the cases. */
@Injectable()
export class CaseConditions {
  constructor(
    private readonly standing: StandingCases,
    private readonly ownerless: OwnerlessCases,
  ) {}

  /** @throws Problem 503 `service-unavailable` where a service that is asked does not answer */
  of(selection: CaseSelection, now: number): Promise<FacetConditions> {
    return conditionsOf(selection, now, {
      standing: () => this.standing.all(),
      ownerless: () => this.ownerless.all(),
    });
  }
}
