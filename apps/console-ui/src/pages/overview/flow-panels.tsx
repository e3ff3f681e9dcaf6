import { Text, useComputedColorScheme, useMantineTheme, VisuallyHidden } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type OverviewView } from '@lienthong/contracts';
import { Chart } from '../../components/chart';
import { Panel } from '../../components/panel';
import { EmptyState } from '../../components/states';
import { formatDay, formatTime } from '../../format/instants';
import { formatCount } from '../../format/numbers';
import { flowOption, type FlowPoint } from './flow-option';

/** Filed and ended by day of the simulation's clock. */
export function DaysPanel({ days }: { readonly days: OverviewView['days'] }) {
  const points = useMemo(
    () => days.map(({ day, filed, ended }) => ({ filed, ended, at: formatDay(`${day}T00:00:00+07:00`) })),
    [days],
  );
  return <FlowChart name="days" kind="bar" head="days.day" points={points} short={(at) => at.slice(0, 5)} />;
}

/** Filed and ended by real minute. */
export function FlowPanel({ flow }: { readonly flow: OverviewView['flow'] }) {
  const points = useMemo(
    () => flow.map(({ at, filed, ended }) => ({ filed, ended, at: formatTime(at) })),
    [flow],
  );
  return <FlowChart name="flow" kind="line" head="flow.minute" points={points} short={same} />;
}

const same = (at: string): string => at;

interface FlowChartProps {
  readonly name: 'days' | 'flow';
  readonly kind: 'bar' | 'line';
  readonly head: 'days.day' | 'flow.minute';
  readonly points: readonly FlowPoint[];
  readonly short: (at: string) => string;
}

function FlowChart({ name, kind, head, points, short }: FlowChartProps) {
  const { t } = useTranslation('overview');
  const { colors } = useMantineTheme();
  const dark = useComputedColorScheme('light') === 'dark';
  const filed = t('filed');
  const ended = t('ended');
  const option = useMemo(
    () =>
      flowOption(kind, points, {
        names: { filed, ended },
        colors: {
          filed: colors['jade']?.[dark ? 4 : 7] ?? '',
          ended: colors.orange[dark ? 4 : 6],
        },
        short,
        format: formatCount,
      }),
    [kind, points, filed, ended, colors, dark, short],
  );
  const sum = (of: 'filed' | 'ended'): string =>
    formatCount(points.reduce((all, point) => all + point[of], 0));
  return (
    <Panel title={t(`${name}.title`)} h="100%">
      <Text size="sm" c="dimmed">
        {t(`${name}.period`)}: {filed.toLowerCase()} <b>{sum('filed')}</b>, {ended.toLowerCase()}{' '}
        <b>{sum('ended')}</b>
      </Text>
      {points.length === 0 ? (
        <EmptyState />
      ) : (
        <>
          <Chart option={option} label={t(`${name}.label`)} height={230} />
          <VisuallyHidden>
            <table>
              <caption>{t(`${name}.title`)}</caption>
              <thead>
                <tr>
                  <th scope="col">{t(head)}</th>
                  <th scope="col">{filed}</th>
                  <th scope="col">{ended}</th>
                </tr>
              </thead>
              <tbody>
                {points.map((point) => (
                  <tr key={point.at}>
                    <th scope="row">{point.at}</th>
                    <td>{formatCount(point.filed)}</td>
                    <td>{formatCount(point.ended)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </VisuallyHidden>
        </>
      )}
    </Panel>
  );
}
