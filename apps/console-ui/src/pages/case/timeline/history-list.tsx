import { Badge, Box, Collapse, Group, Text, Timeline, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { AGENCY_NAMES, type CaseDetail } from '@lienthong/contracts';
import { usePlaces } from '../../../api/places';
import { Panel } from '../../../components/panel';
import { formatInstant } from '../../../format/instants';
import { speaks } from '../../../i18n/i18n';
import { type DataField, dataFields } from './field-text';

type Entry = CaseDetail['timeline'][number];

/** Everything that happened to the case, oldest first. */
export function HistoryList({ entries }: { readonly entries: readonly Entry[] }) {
  const { t } = useTranslation('case');
  return (
    <Panel
      title={t('history.title')}
      actions={
        <Text size="sm" c="dimmed">
          {t('history.entries', { count: entries.length })}
        </Text>
      }
    >
      <Timeline bulletSize={24} lineWidth={2} active={entries.length} color="jade.7">
        {entries.map((entry) => (
          <Timeline.Item
            key={entry.index}
            mt={entry.index === 1 ? 0 : 10}
            bullet={<Text size="xs">{entry.index}</Text>}
          >
            <HistoryEntry entry={entry} />
          </Timeline.Item>
        ))}
      </Timeline>
    </Panel>
  );
}

function HistoryEntry({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation('case');
  const places = usePlaces();
  const [opened, { toggle }] = useDisclosure();
  const id = useId();
  const { at, agency, data, type } = entry;
  const fields = data && dataFields(data, { t, placeName: (code) => places.name(code) });
  const Icon = opened ? IconChevronDown : IconChevronRight;
  return (
    <Box>
      <Group gap="xs" style={{ rowGap: 2 }}>
        <Text size="sm" fw={600}>
          {summaryOf(entry)}
        </Text>
        {agency && (
          <Badge variant="default" radius="sm" tt="none" fw={500} size="sm">
            {AGENCY_NAMES[agency][speaks()]}
          </Badge>
        )}
      </Group>
      <Group gap="sm" style={{ rowGap: 0 }}>
        <Text size="xs" c="dimmed" component="time" dateTime={at}>
          {formatInstant(at)}
        </Text>
        <Text size="xs" c="dimmed" ff="monospace">
          {type}
        </Text>
        {fields && fields.length > 0 && (
          <UnstyledButton
            fz="xs"
            c="var(--mantine-color-anchor)"
            onClick={toggle}
            aria-expanded={opened}
            aria-controls={id}
          >
            <Group gap={2} wrap="nowrap">
              <Icon size={14} aria-hidden />
              {t('history.details')}
            </Group>
          </UnstyledButton>
        )}
      </Group>
      {fields && (
        <Collapse expanded={opened} id={id}>
          <Box mt={6} p="xs" bg="var(--canvas)" style={{ borderRadius: 'var(--mantine-radius-sm)' }}>
            <Fields fields={fields} />
          </Box>
        </Collapse>
      )}
    </Box>
  );
}

/** The summary without the agency in brackets: it stands beside it. */
function summaryOf({ summary, agency }: Entry): string {
  return agency === undefined ? summary : summary.replace(` (${AGENCY_NAMES[agency][speaks()]})`, '');
}

function Fields({ fields }: { readonly fields: readonly DataField[] }) {
  return fields.map(({ name, value, fields: inner }) => (
    <Box key={name} mb={2}>
      <Text component="span" size="xs" c="dimmed">
        {name}:{' '}
      </Text>
      {value !== undefined && (
        <Text component="span" size="xs" style={{ overflowWrap: 'anywhere' }}>
          {value}
        </Text>
      )}
      {inner && (
        <Box pl="md">
          <Fields fields={inner} />
        </Box>
      )}
    </Box>
  ));
}
