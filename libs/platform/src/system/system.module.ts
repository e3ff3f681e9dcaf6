import { Module } from '@nestjs/common';
import { HealthController } from './health.controller';
import { MetricsController } from './metrics.controller';

/** What every process shows to whoever runs it. Needs `Readiness` and `Metrics` from a global module. */
@Module({ controllers: [HealthController, MetricsController] })
export class SystemModule {}
