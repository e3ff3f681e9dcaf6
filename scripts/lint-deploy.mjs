import { checkChart } from '../deploy/lint/chart.check.mjs';
import { checkCompose } from '../deploy/lint/compose.check.mjs';
import { checkImage } from '../deploy/lint/image.check.mjs';
import { checkMonitoring } from '../deploy/lint/monitoring.check.mjs';
import { Report } from '../deploy/lint/report.mjs';
import { readArguments } from './lib/arguments.mjs';
import './lib/closed-output.mjs';

readArguments(`Usage: npm run lint:deploy

Checks image, compose file, chart, alerts and dashboard, without Docker or a cluster. Compiles helm the first time.`);

/** Everything about the deployment that can be checked without a container engine or a cluster. Exit 1 on any fault. */
const report = new Report();
checkCompose(report);
checkImage(report);
await checkChart(report);
checkMonitoring(report);

console.log(`\n${report.summary()}`);
process.exitCode = report.faults > 0 ? 1 : 0;
