import { BadSetting, type Settings } from '@lienthong/platform';
import { Upstream } from './upstream';

/**
 * The replicas of a service, as `SERVICE_URLS` names them.
 * @throws BadSetting where no address is set
 */
export function upstreamOf(service: string, { serviceUrls }: Pick<Settings, 'serviceUrls'>): Upstream {
  const urls = serviceUrls.get(service);
  if (!urls) {
    const set = [...serviceUrls.keys()].join(' ');
    throw new BadSetting(
      'SERVICE_URLS',
      set,
      `addresses that name ${service} too: ${service}=http://host:port`,
    );
  }
  return new Upstream(service, urls);
}
