import { Button, Group, ScrollArea, SegmentedControl, Select, Tabs } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { INDICATOR_DIMENSIONS, type IndicatorQuery } from '@lienthong/contracts';
import { usePlaces } from '../../api/places';
import { type Period, PRESETS } from './period';
import { PeriodRange } from './period-range';
import { FILTERS } from './selection';
import { useLabels } from './labels';

interface SelectionBarProps {
  readonly period: Period;
  readonly asked: IndicatorQuery;
  readonly onChange: (patch: Readonly<Record<string, string | undefined>>) => void;
}

/** Which cases, and by what they are told apart. */
export function SelectionBar({ period, asked, onChange }: SelectionBarProps) {
  const { t } = useTranslation('indicators');
  const { options } = useLabels();
  const { provinces } = usePlaces();
  const filtered = FILTERS.some((filter) => asked[filter] !== undefined);
  return (
    <>
      <Group gap="sm" align="end">
        <ScrollArea type="auto" scrollbarSize={6} maw="100%">
          <SegmentedControl
            aria-label={t('period.label')}
            value={typeof period === 'string' ? period : ''}
            data={PRESETS.map((value) => ({ value, label: t(`period.${value}`) }))}
            onChange={(value) => onChange({ period: value })}
          />
        </ScrollArea>
        <PeriodRange period={period} asked={asked} onChange={onChange} />
      </Group>
      <Group gap="sm" align="end">
        {FILTERS.map((filter) => (
          <Select
            key={filter}
            label={t(`by.${filter}`)}
            placeholder={t('filter.any')}
            w={{ base: 'calc(50% - 6px)', sm: 180 }}
            data={
              filter === 'province'
                ? provinces.map(({ code, name }) => ({ value: code, label: name }))
                : options(filter)
            }
            value={asked[filter] ?? null}
            clearable
            searchable={filter === 'province'}
            onChange={(value) => onChange({ [filter]: value ?? undefined })}
          />
        ))}
        {filtered && (
          <Button
            variant="subtle"
            leftSection={<IconFilterOff size={16} aria-hidden />}
            onClick={() => onChange(Object.fromEntries(FILTERS.map((filter) => [filter, undefined])))}
          >
            {t('filter.clear')}
          </Button>
        )}
      </Group>
      <ScrollArea type="auto" scrollbarSize={6}>
        <Tabs
          value={asked.by}
          onChange={(by) => onChange({ by: by ?? undefined, sort: undefined })}
          variant="default"
        >
          <Tabs.List aria-label={t('by.label')} style={{ flexWrap: 'nowrap' }}>
            {INDICATOR_DIMENSIONS.map((by) => (
              <Tabs.Tab key={by} value={by}>
                {t(`by.${by}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
      </ScrollArea>
    </>
  );
}
