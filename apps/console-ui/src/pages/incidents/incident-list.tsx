import { useTranslation } from 'react-i18next';
import { type IncidentView } from '@lienthong/contracts';
import { Panel } from '../../components/panel';
import { IncidentRow } from './incident-row';
import styles from './incidents.module.css';

/** Incidents one below the other, each with what can be done about it. */
export function IncidentList({ incidents }: { readonly incidents: readonly IncidentView[] }) {
  const { t } = useTranslation('incidents');
  return (
    <Panel>
      <ul className={styles['list']} aria-label={t('list')}>
        {incidents.map((incident) => (
          <IncidentRow key={incident.id} incident={incident} />
        ))}
      </ul>
    </Panel>
  );
}
