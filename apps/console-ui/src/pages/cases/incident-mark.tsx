import { IconAlertTriangleFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './cases.module.css';

/** The case stands still because something failed. */
export function IncidentMark() {
  const { t } = useTranslation('cases');
  return (
    <span className={`${classes['incident']} ${classes['late']}`}>
      <IconAlertTriangleFilled size={12} aria-hidden />
      {t('row.incident')}
    </span>
  );
}
