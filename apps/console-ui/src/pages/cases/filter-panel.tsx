import { Button, Collapse, Paper, SimpleGrid } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconFilter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { AppointmentFilter } from './appointment-filter';
import { FiledFilter } from './filed-filter';
import { NumberFilter } from './number-filter';
import { PlaceFilters } from './place-filters';
import { AgencyFilter, GroupFilter, PolicyFilter, StandstillFilters } from './simple-filters';
import { type CaseAddress } from './use-case-address';

/** All filters; on a phone behind a button. */
export function FilterPanel({ address }: { readonly address: CaseAddress }) {
  const { t } = useTranslation('cases');
  const narrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const [opened, { toggle }] = useDisclosure();
  const count = Object.keys(address.filters).length;
  const fields = <Fields address={address} />;
  return (
    <Paper
      component="section"
      withBorder
      p={narrow ? 'xs' : 'md'}
      bg="var(--surface)"
      aria-label={t('filter.title')}
    >
      {narrow ? (
        <>
          <Button
            variant="subtle"
            fullWidth
            justify="flex-start"
            leftSection={<IconFilter size={16} aria-hidden />}
            aria-expanded={opened}
            onClick={toggle}
          >
            {t('filter.show')}
            {count > 0 && ` (${count})`}
          </Button>
          <Collapse expanded={opened}>{fields}</Collapse>
        </>
      ) : (
        fields
      )}
    </Paper>
  );
}

function Fields({ address }: { readonly address: CaseAddress }) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 3, lg: 5 }} spacing="sm" verticalSpacing="xs" p={4}>
      <NumberFilter address={address} />
      <GroupFilter address={address} />
      <AgencyFilter address={address} />
      <PlaceFilters address={address} />
      <AppointmentFilter address={address} />
      <FiledFilter address={address} />
      <PolicyFilter address={address} />
      <StandstillFilters address={address} />
    </SimpleGrid>
  );
}
