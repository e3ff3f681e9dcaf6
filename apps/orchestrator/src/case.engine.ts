import { type FactoryProvider } from '@nestjs/common';
import { vietnamCalendar } from '@lienthong/calendar';
import { type Engine, Engines } from '@lienthong/engine';
import { loadGeography } from '@lienthong/platform';
import { createCaseDecider, type CaseInput, type CaseState } from '@lienthong/procedures';
import { CaseMetrics } from './case.metrics';

export type CaseEngine = Engine<CaseState, CaseInput>;

/** Injection token of the engine that runs the sagas. */
export const CASE_ENGINE = Symbol('CaseEngine');

export const caseEngineProvider: FactoryProvider<CaseEngine> = {
  provide: CASE_ENGINE,
  inject: [Engines, CaseMetrics],
  useFactory: (engines: Engines, metrics: CaseMetrics) => {
    const geography = loadGeography();
    const decider = createCaseDecider({
      calendar: vietnamCalendar,
      provinceOf: (commune) => geography.provinceOfCommune(commune)?.code,
      places: geography,
    });
    return engines.for(decider, { observe: (before, after) => metrics.observe(before, after) });
  },
};
