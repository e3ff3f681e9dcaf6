import { Registry } from 'prom-client';

/** The process's metrics. Also the injection token. Labels never hold personal data. */
export class Metrics extends Registry {}
