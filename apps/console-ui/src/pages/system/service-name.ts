import { useTranslation } from 'react-i18next';

/** A service's name as people say it; its own where it has no other. */
export function useServiceName(): (name: string) => string {
  const { t } = useTranslation('system');
  return (name) => t(`services.names.${name}`, { defaultValue: name });
}
