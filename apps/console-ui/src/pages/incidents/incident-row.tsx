import { Anchor, Badge, Box, Collapse, Group, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type IncidentView } from '@lienthong/contracts';
import { formatElapsed } from '../../format/durations';
import { formatInstant } from '../../format/instants';
import { useSession } from '../../session/session';
import { IncidentActions } from './incident-actions';
import styles from './incidents.module.css';

/** One incident: where, since when, why, and what waits behind it. */
export function IncidentRow({ incident }: { readonly incident: IncidentView }) {
  const { t } = useTranslation('incidents');
  const { service, kind, aggregateId, dossierNumber, error } = incident;
  return (
    <li className={styles['incident']}>
      <Box miw={0}>
        <Group gap={6}>
          <Badge variant="default" radius="sm" tt="none" fw={500}>
            {t(`service.${service}`, { defaultValue: service })}
          </Badge>
          {kind !== service && (
            <Text size="xs" c="dimmed">
              {kind}
            </Text>
          )}
        </Group>
        <Text size="sm" mt={4} style={{ overflowWrap: 'anywhere' }}>
          {dossierNumber === undefined ? (
            aggregateId
          ) : (
            <Anchor component={Link} to={`/cases/${encodeURIComponent(dossierNumber)}`} underline="hover">
              {dossierNumber}
            </Anchor>
          )}
        </Text>
      </Box>
      <Box miw={0}>
        <Text size="sm" fw={500} style={{ overflowWrap: 'anywhere' }}>
          {error}
        </Text>
        <Facts incident={incident} />
      </Box>
      <IncidentActions incident={incident} />
    </li>
  );
}

function Facts({ incident: { since, attempts, waiting } }: { readonly incident: IncidentView }) {
  const { t } = useTranslation('incidents');
  const { clock } = useSession();
  const [opened, { toggle }] = useDisclosure();
  const id = useId();
  const Icon = opened ? IconChevronDown : IconChevronRight;
  const elapsed = formatElapsed(Math.max(0, Date.parse(clock.now) - Date.parse(since)));
  return (
    <>
      <Group gap="xs" style={{ rowGap: 0 }}>
        <Text size="xs" c="dimmed" component="time" dateTime={since}>
          {t('since', { duration: elapsed })}, {t('sinceAt', { at: formatInstant(since) })}
        </Text>
        <Text size="xs" c="dimmed">
          · {t('attempts', { count: attempts })} ·
        </Text>
        {waiting.length === 0 ? (
          <Text size="xs" c="dimmed">
            {t('timer')}
          </Text>
        ) : (
          <UnstyledButton
            fz="xs"
            c="var(--mantine-color-anchor)"
            onClick={toggle}
            aria-expanded={opened}
            aria-controls={id}
          >
            <Icon size={13} style={{ verticalAlign: -2 }} aria-hidden />{' '}
            {t('waiting', { count: waiting.length })}
          </UnstyledButton>
        )}
      </Group>
      <Collapse expanded={opened} id={id}>
        <Box component="ol" m={0} mt={4} pl="lg">
          {waiting.map((message) => (
            <li key={message.id}>
              <Text size="xs" style={{ overflowWrap: 'anywhere' }}>
                <Text span ff="monospace" size="xs">
                  {message.type}
                </Text>{' '}
                · {formatInstant(message.at)} ·{' '}
                <Text span c="dimmed" size="xs">
                  {message.id}
                </Text>
              </Text>
            </li>
          ))}
        </Box>
      </Collapse>
    </>
  );
}
