import { type ServiceStatus } from '@lienthong/contracts';

/** What is known of one service, of all its replicas together. */
export interface ReportedService {
  readonly service: string;
  /** Of each replica, what it said of itself; undefined where it did not answer. */
  readonly replicas: readonly (ServiceStatus | undefined)[];
}

/** How every service is, whatever process it runs in. Also the injection token. */
export abstract class ServiceStatuses {
  abstract read(): Promise<readonly ReportedService[]>;
}
