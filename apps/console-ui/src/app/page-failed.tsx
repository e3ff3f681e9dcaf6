import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../components/states';

/** Instead of a page that threw, or whose part is gone because the console was updated under an open tab. */
export function PageFailed() {
  const { t } = useTranslation();
  return (
    <div role="alert">
      <EmptyState title={t('state.broken')}>
        <p>{t('state.brokenHint')}</p>
        <Button onClick={() => location.reload()}>{t('state.reload')}</Button>
      </EmptyState>
    </div>
  );
}
