import { Group, ScrollArea, SegmentedControl, Select, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AGENCY_NAMES, type LinkedAgencyId, WORK_ITEM_STATUSES } from '@lienthong/contracts';
import { usePlaces } from '../../api/places';
import { fold } from '../../components/text-fold';
import { speaks } from '../../i18n/i18n';
import { useSession } from '../../session/session';
import { desksOf, officesOf } from './offices';
import { type WorkSelection } from './use-work-items';

interface DeskFiltersProps extends WorkSelection {
  readonly onChange: (patch: Readonly<Record<string, string | undefined>>) => void;
}

const MOST_OFFICES = 60;

/** Which desk, and which of its work. */
export function DeskFilters({ agency, office, status, onChange }: DeskFiltersProps) {
  const { t } = useTranslation('agencies');
  const { principal } = useSession();
  const places = usePlaces();
  const data = officesOf(agency, places, principal);
  return (
    <>
      <Group gap="sm" align="end">
        <Select
          label={t('agency')}
          w={{ base: '100%', sm: 330 }}
          data={desksOf(principal).map((value: LinkedAgencyId) => ({
            value,
            label: AGENCY_NAMES[value][speaks()],
          }))}
          value={agency}
          allowDeselect={false}
          onChange={(value) => onChange({ agency: value ?? undefined, office: undefined, item: undefined })}
        />
        <Select
          label={t('office')}
          w={{ base: '100%', sm: 330 }}
          placeholder={t('allOffices')}
          data={[...data]}
          value={data.some(({ value }) => value === office) ? (office ?? null) : null}
          searchable
          clearable
          limit={MOST_OFFICES}
          nothingFoundMessage={t('noOffice')}
          filter={({ options, search, limit }) =>
            options
              .filter((option) => 'label' in option && fold(option.label).includes(fold(search.trim())))
              .slice(0, limit)
          }
          onChange={(value) => onChange({ office: value ?? undefined, item: undefined })}
        />
      </Group>
      <ScrollArea type="auto" scrollbarSize={6} offsetScrollbars="present">
        <VisuallyHidden id="work-status">{t('status.label')}</VisuallyHidden>
        <SegmentedControl
          aria-labelledby="work-status"
          size="sm"
          value={status ?? 'all'}
          data={[
            ...WORK_ITEM_STATUSES.map((value) => ({ value, label: t(`status.${value}`) })),
            { value: 'all', label: t('status.all') },
          ]}
          onChange={(value) => onChange({ status: value, item: undefined })}
        />
      </ScrollArea>
    </>
  );
}
