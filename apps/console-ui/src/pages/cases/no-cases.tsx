import { Button, Paper } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/states';
import { type CaseAddress } from './use-case-address';

/** Nothing fits, and what one could do about it. */
export function NoCases({ address }: { readonly address: CaseAddress }) {
  const { t } = useTranslation('cases');
  const filtered = Object.keys(address.filters).length > 0;
  return (
    <Paper withBorder bg="var(--surface)">
      <EmptyState title={filtered ? t('empty.filtered') : t('empty.none')}>
        {filtered ? t('empty.filteredHint') : t('empty.noneHint')}
        {filtered && (
          <Button variant="light" size="xs" display="block" mx="auto" mt="sm" onClick={address.clear}>
            {t('filter.clear')}
          </Button>
        )}
      </EmptyState>
    </Paper>
  );
}
