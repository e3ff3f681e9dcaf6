import { Group, Kbd, Popover, Stack, Switch, Text, UnstyledButton } from '@mantine/core';
import { useHotkeys, useLocalStorage } from '@mantine/hooks';
import { IconKeyboard } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Decision } from '@lienthong/contracts';
import { DECISION_KEYS } from './decisions';

interface DeskShortcutsProps {
  readonly allowed: readonly Decision[];
  readonly onChoose: (decision: Decision) => void;
}

/** Keys of the desk, told and, where single keys disturb (speech input), switched off. They rest while one types. */
export function DeskShortcuts({ allowed, onChoose }: DeskShortcutsProps) {
  const { t } = useTranslation('agencies');
  const [on, setOn] = useLocalStorage({ key: 'lienthong.desk-keys', defaultValue: true });
  const move = (step: 1 | -1) => (): void => followRow(step);
  useHotkeys(
    on
      ? [
          ...allowed.map((decision) => [DECISION_KEYS[decision], () => onChoose(decision)] as const),
          ['j', move(1)] as const,
          ['k', move(-1)] as const,
        ].map(([key, run]) => [key, run] as [string, () => void])
      : [],
  );
  return (
    <Popover position="top-start" withArrow>
      <Popover.Target>
        <UnstyledButton visibleFrom="sm">
          <Group gap={6}>
            <IconKeyboard size={18} aria-hidden />
            <Text size="sm" c="dimmed">
              {t('decide.shortcuts')}
            </Text>
          </Group>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <Text size="sm">
            <Kbd>J</Kbd> <Kbd>K</Kbd> {t('decide.moves')}
          </Text>
          <Text size="sm">
            <Kbd>1</Kbd>–<Kbd>4</Kbd> {t('decide.chooses')}
          </Text>
          <Text size="sm">
            <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd> {t('decide.sends')}
          </Text>
          <Switch
            label={t('decide.shortcuts')}
            checked={on}
            onChange={(event) => setOn(event.currentTarget.checked)}
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Opens the row after or before the opened one. */
function followRow(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-item]')];
  const opened = rows.findIndex((row) => row.ariaCurrent === 'true');
  const next = rows[opened + step];
  next?.focus();
  next?.click();
}
