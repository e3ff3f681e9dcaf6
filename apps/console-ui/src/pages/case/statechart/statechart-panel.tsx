import { Box, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { type MachineView, type SagaView } from '@lienthong/contracts';
import { get } from '../../../api/client';
import { Panel } from '../../../components/panel';
import { QueryView } from '../../../components/query-view';
import { LoadingState } from '../../../components/states';
import { speaks } from '../../../i18n/i18n';
import { diagramOf, openAtFirst } from './diagram';
import { layOut } from './layout';
import { StateList } from './state-list';
import { walkOf } from './walk';
import { wordingOf } from './wording';

const Canvas = lazy(() => import('./canvas').then(({ Canvas: component }) => ({ default: component })));

/** The machine that runs the case, drawn as it is defined, with the case's way through it. */
export function StatechartPanel({ saga }: { readonly saga: SagaView }) {
  const { t } = useTranslation('case');
  const [parameters, setParameters] = useSearchParams();
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const view = parameters.get('view') ?? (narrow ? 'text' : 'chart');
  const machine = useQuery({
    queryKey: ['static', 'machine', saga.machine],
    queryFn: ({ signal }) =>
      get<MachineView>(`/v1/operations/machines/${encodeURIComponent(saga.machine)}`, {}, signal),
    staleTime: Infinity,
  });
  const choose = (chosen: string): void =>
    setParameters(
      (before) => {
        before.set('view', chosen);
        return before;
      },
      { replace: true },
    );
  return (
    <Panel
      title={t('chart.title')}
      actions={
        <SegmentedControl
          size="xs"
          value={view}
          onChange={choose}
          aria-label={t('chart.view')}
          data={[
            { value: 'chart', label: t('chart.asChart') },
            { value: 'text', label: t('chart.asText') },
          ]}
        />
      }
    >
      <Text size="sm" c="dimmed">
        {t('chart.legend', { machine: saga.machine })}
      </Text>
      <QueryView query={machine}>
        {(drawn) =>
          view === 'text' ? <AsText machine={drawn} saga={saga} /> : <AsChart machine={drawn} saga={saga} />
        }
      </QueryView>
    </Panel>
  );
}

interface Drawn {
  readonly machine: MachineView;
  readonly saga: SagaView;
}

function AsText({ machine, saga }: Drawn) {
  const walk = useMemo(() => walkOf(machine, saga.path), [machine, saga.path]);
  return <StateList machine={machine} walk={walk} active={saga.active} />;
}

function AsChart({ machine, saga }: Drawn) {
  const { t } = useTranslation('case');
  const walk = useMemo(() => walkOf(machine, saga.path), [machine, saga.path]);
  const [folding, setFolding] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback(
    (part: string) =>
      setFolding(
        (before) => new Set(before.has(part) ? [...before].filter((one) => one !== part) : [...before, part]),
      ),
    [],
  );
  const open = useMemo(() => opened(openAtFirst(machine, walk), folding), [machine, walk, folding]);
  const diagram = useMemo(
    () => diagramOf(machine, walk, saga.active, open),
    [machine, walk, saga.active, open],
  );
  const layout = useQuery({
    queryKey: ['static', 'layout', machine.id, speaks(), [...open].sort(), saga.path, saga.active],
    queryFn: () => layOut(diagram, wordingOf(t)),
    staleTime: Infinity,
    placeholderData: (before) => before,
  });
  return (
    <Stack gap="xs">
      <QueryView query={layout}>
        {(placed) => (
          <Suspense fallback={<LoadingState />}>
            <Canvas layout={placed} onFold={toggle} label={t('chart.title')} />
          </Suspense>
        )}
      </QueryView>
      <Key />
    </Stack>
  );
}

/** What was toggled by hand is the other way round than at first. */
function opened(atFirst: ReadonlySet<string>, toggled: ReadonlySet<string>): ReadonlySet<string> {
  const open = new Set(atFirst);
  for (const part of toggled) if (!open.delete(part)) open.add(part);
  return open;
}

function Key() {
  const { t } = useTranslation('case');
  const signs = [
    ['jade.8', t('chart.key.active')],
    ['jade.3', t('chart.key.visited')],
    ['gray.5', t('chart.key.open')],
  ] as const;
  return (
    <Group gap="md">
      {signs.map(([color, label]) => (
        <Group key={color} gap={6}>
          <Box w={14} h={14} bg={color} style={{ borderRadius: 3 }} aria-hidden />
          <Text size="xs" c="dimmed">
            {label}
          </Text>
        </Group>
      ))}
      <Text size="xs" c="dimmed">
        {t('chart.key.signs')}
      </Text>
    </Group>
  );
}
