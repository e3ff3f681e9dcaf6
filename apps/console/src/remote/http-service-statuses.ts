import { type ServiceStatus } from '@lienthong/contracts';
import { type Settings } from '@lienthong/platform';
import { ServiceClient, Upstream } from '@lienthong/remote';
import { type StatusReader } from '@lienthong/service-host';
import { type ReportedService, ServiceStatuses } from '../ports';

/** Real ms: a page waits for the slowest of them. */
const TIMEOUT_MS = 2_000;
const OWN = 'console';

/** Every replica of every service that `SERVICE_URLS` names, asked over HTTP; this process answers for itself. */
export class HttpServiceStatuses extends ServiceStatuses {
  private readonly services: ReadonlyMap<string, readonly ServiceClient[]>;

  constructor(
    { serviceUrls, serviceApiKey }: Pick<Settings, 'serviceUrls' | 'serviceApiKey'>,
    private readonly own: Pick<StatusReader, 'read'>,
  ) {
    super();
    this.services = new Map(
      [...serviceUrls].map(([service, urls]) => [
        service,
        urls.map((url) => new ServiceClient(new Upstream(service, [url]), serviceApiKey)),
      ]),
    );
  }

  async read(): Promise<readonly ReportedService[]> {
    const reported = [...this.services].map(async ([service, clients]) => ({
      service,
      replicas: await Promise.all(clients.map((client) => ask(client))),
    }));
    if (this.services.has(OWN)) return Promise.all(reported);
    return Promise.all([...reported, this.ofItself()]);
  }

  private async ofItself(): Promise<ReportedService> {
    return { service: OWN, replicas: [await this.own.read().catch(() => undefined)] };
  }
}

/** Whatever keeps a service from answering, it is shown as not answering. */
function ask(client: ServiceClient): Promise<ServiceStatus | undefined> {
  return client.get<ServiceStatus>('/internal/v1/status', { timeoutMs: TIMEOUT_MS }).catch(() => undefined);
}
