import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '../components/page';
import { EmptyState } from '../components/states';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t('state.notFound')}>
      <EmptyState title={t('state.notFound')}>
        <Anchor component={Link} to="/">
          {t('state.home')}
        </Anchor>
      </EmptyState>
    </Page>
  );
}
