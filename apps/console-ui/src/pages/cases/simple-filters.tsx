import { Select, Stack, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AGENCY_NAMES, LINKED_AGENCIES, POLICY_IDS, PROCEDURE_GROUPS } from '@lienthong/contracts';
import { speaks } from '../../i18n/i18n';
import { type CaseAddress } from './use-case-address';

interface FilterProps {
  readonly address: CaseAddress;
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly values: readonly T[];
  readonly value: T | undefined;
  readonly nameOf: (value: T) => string;
  readonly onChange: (value: T | undefined) => void;
}

/** One of a few, or any. */
function Choice<T extends string>({ label, values, value, nameOf, onChange }: ChoiceProps<T>) {
  const { t } = useTranslation('cases');
  return (
    <Select
      label={label}
      placeholder={t('filter.any')}
      clearable
      clearButtonProps={{ 'aria-label': `${t('filter.clearField')}: ${label}` }}
      data={values.map((each) => ({ value: each, label: nameOf(each) }))}
      value={value ?? null}
      onChange={(chosen) => onChange(values.find((each) => each === chosen))}
    />
  );
}

export function GroupFilter({ address }: FilterProps) {
  const { t } = useTranslation('cases');
  return (
    <Choice
      label={t('filter.procedureGroup')}
      values={PROCEDURE_GROUPS}
      value={address.filters.procedureGroup}
      nameOf={(group) => t(`common:group.${group}`)}
      onChange={(procedureGroup) => address.change({ procedureGroup })}
    />
  );
}

export function AgencyFilter({ address }: FilterProps) {
  const { t } = useTranslation('cases');
  return (
    <Choice
      label={t('filter.agency')}
      values={LINKED_AGENCIES}
      value={address.filters.agency}
      nameOf={(agency) => AGENCY_NAMES[agency][speaks()]}
      onChange={(agency) => address.change({ agency })}
    />
  );
}

export function PolicyFilter({ address }: FilterProps) {
  const { t } = useTranslation('cases');
  return (
    <Choice
      label={t('filter.policy')}
      values={POLICY_IDS}
      value={address.filters.policy}
      nameOf={(policy) => t(`common:policy.${policy}`)}
      onChange={(policy) => address.change({ policy })}
    />
  );
}

/** Cases that stand still: something failed, or nobody would move them on. */
export function StandstillFilters({ address }: FilterProps) {
  const { t } = useTranslation('cases');
  return (
    <Stack gap={8} justify="flex-end">
      {(['incident', 'withoutOwner'] as const).map((name) => (
        <Switch
          key={name}
          label={t(name === 'incident' ? 'filter.withIncident' : 'filter.withoutOwner')}
          checked={address.filters[name] ?? false}
          onChange={({ currentTarget }) => address.change({ [name]: currentTarget.checked || undefined })}
        />
      ))}
    </Stack>
  );
}
