import { Module } from '@nestjs/common';
import { vietnamCalendar } from '@lienthong/calendar';
import { Engines } from '@lienthong/engine';
import { Metrics, Settings } from '@lienthong/platform';
import { createRates } from '@lienthong/simulation';
import { Counter } from 'prom-client';
import { JudicialRecordsConsumer } from './judicial-records.consumer';
import { JudicialRecordsController } from './judicial-records.controller';
import { JudicialRecordsDecider } from './judicial-records.decider';
import { JudicialRecordsService } from './judicial-records.service';

/** A planning value: the rule's own limit could not be found. */
const ACKNOWLEDGE_WITHIN_DAYS = 10;

/** Needs `Engines`, `Settings` and `Metrics` from the process it runs in. */
@Module({
  controllers: [JudicialRecordsConsumer, JudicialRecordsController],
  providers: [
    {
      provide: JudicialRecordsService,
      inject: [Engines, Settings, Metrics],
      useFactory: (engines: Engines, settings: Settings, metrics: Metrics) => {
        const decider = new JudicialRecordsDecider({
          seed: settings.seed,
          share: createRates(settings.rates)(settings.policy ?? 'nd63').judicialRecord,
          pace: settings.decisionPace,
          calendar: vietnamCalendar,
          acknowledgeWithinDays: ACKNOWLEDGE_WITHIN_DAYS,
        });
        const notApplicable = new Counter({
          name: 'lienthong_criminal_records_not_applicable_total',
          help: 'Births that the criminal-record service was told of and left alone.',
          registers: [metrics],
        });
        return new JudicialRecordsService(engines.for(decider), notApplicable);
      },
    },
  ],
})
export class JudicialRecordsModule {}
