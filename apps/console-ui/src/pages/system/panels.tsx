import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ClockView, type SystemView } from '@lienthong/contracts';
import { Facts } from '../../components/facts';
import { Panel } from '../../components/panel';
import { formatInstant } from '../../format/instants';
import { formatCount } from '../../format/numbers';

/** What lists and figures are read from, how fresh it is, and whether it is being built anew. */
export function ReadModelPanel({ readModel }: { readonly readModel: SystemView['readModel'] }) {
  const { t } = useTranslation('system');
  const { cases, freshnessP50Ms, freshnessP99Ms, rebuild } = readModel;
  const ms = (value: number | undefined): string =>
    value === undefined ? t('unknown') : `${formatCount(Math.round(value))} ms`;
  return (
    <Panel title={t('readModel.title')}>
      <Facts
        columns={1}
        facts={[
          { label: t('readModel.cases'), value: formatCount(cases) },
          { label: t('readModel.freshness'), value: `${ms(freshnessP50Ms)} / ${ms(freshnessP99Ms)}` },
        ]}
      />
      <Text size="sm" {...(!rebuild && { c: 'dimmed' })} role="status">
        {rebuild
          ? t('readModel.rebuild', { done: formatCount(rebuild.done), since: formatInstant(rebuild.since) })
          : t('readModel.steady')}
      </Text>
    </Panel>
  );
}

export function ClockPanel({ clock: { kind, now, speed } }: { readonly clock: ClockView }) {
  const { t } = useTranslation('system');
  return (
    <Panel title={t('clock.title')}>
      <Facts
        columns={1}
        facts={[
          { label: t('clock.now'), value: formatInstant(now) },
          { label: t('clock.kind'), value: t(`clock.kinds.${kind}`) },
          { label: t('clock.speed'), value: speed === 0 ? t('clock.stands') : `${formatCount(speed)}×` },
        ]}
      />
    </Panel>
  );
}

export function VersionPanel({ system }: { readonly system: SystemView }) {
  const { t } = useTranslation('system');
  const { version, node, bus, store } = system;
  return (
    <Panel title={t('version.title')}>
      <Facts
        columns={2}
        facts={[
          { label: t('version.version'), value: version },
          { label: t('version.node'), value: node },
          { label: t('version.bus'), value: bus === 'kafka' ? 'Apache Kafka' : t('version.embedded') },
          { label: t('version.store'), value: store === 'mongodb' ? 'MongoDB' : t('version.embedded') },
        ]}
      />
    </Panel>
  );
}
