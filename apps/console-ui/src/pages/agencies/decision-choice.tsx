import { Group, Kbd, Radio, SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Decision } from '@lienthong/contracts';
import { DECISION_COLORS, DECISION_KEYS } from './decisions';

interface DecisionChoiceProps {
  readonly allowed: readonly Decision[];
  readonly chosen: Decision | undefined;
  readonly onChoose: (decision: Decision) => void;
}

export function DecisionChoice({ allowed, chosen, onChoose }: DecisionChoiceProps) {
  const { t } = useTranslation('agencies');
  return (
    <Radio.Group aria-label={t('decide.legend')} value={chosen ?? null} onChange={(value) => onChoose(value)}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
        {allowed.map((decision) => (
          <Radio.Card key={decision} value={decision} p="xs" radius="md">
            <Group gap="sm" wrap="nowrap">
              <Radio.Indicator color={`${DECISION_COLORS[decision]}.8`} />
              <Text size="sm" fw={500} style={{ flex: 1 }}>
                {t(`decide.${decision}`)}
              </Text>
              <Kbd aria-hidden visibleFrom="sm">
                {DECISION_KEYS[decision]}
              </Kbd>
            </Group>
          </Radio.Card>
        ))}
      </SimpleGrid>
    </Radio.Group>
  );
}
