import { Alert, Anchor, List, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type SystemView } from '@lienthong/contracts';
import { formatCount } from '../../format/numbers';
import { type Problem, problemsOf } from './health';
import { useServiceName } from './service-name';

/** In one sentence whether all is well, and what is not. */
export function Verdict({ system }: { readonly system: SystemView }) {
  const { t } = useTranslation('system');
  const problems = problemsOf(system);
  if (problems.length === 0)
    return (
      <Alert
        variant="default"
        icon={<IconCircleCheck color="var(--mantine-color-green-7)" aria-hidden />}
        title={t('well')}
        role="status"
      >
        {t('wellHint')}
      </Alert>
    );
  return (
    <Alert
      variant="default"
      icon={<IconAlertTriangle color="var(--mantine-color-red-7)" aria-hidden />}
      title={t('attention', { count: problems.length, shown: formatCount(problems.length) })}
      role="status"
    >
      <List size="sm" spacing={4}>
        {problems.map((problem) => (
          <List.Item key={problem.kind}>
            <ProblemText problem={problem} />
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

function ProblemText({ problem: { kind, services, count = 0, to } }: { readonly problem: Problem }) {
  const { t } = useTranslation('system');
  const nameOf = useServiceName();
  const text = t(`problem.${kind}`, {
    count,
    shown: formatCount(count),
    names: services?.map(nameOf).join(', '),
  });
  return (
    <>
      {to === undefined ? (
        text
      ) : (
        <Anchor component={Link} to={to} size="sm" underline="always">
          {text}
        </Anchor>
      )}
      {kind === 'withoutOwner' && (
        <Text size="xs" c="dimmed">
          {t('owners.some')}
        </Text>
      )}
    </>
  );
}
