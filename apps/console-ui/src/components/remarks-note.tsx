import { Alert, Anchor, List, Text } from '@mantine/core';
import { IconEyeExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Remark } from '@lienthong/contracts';
import { speaks } from '../i18n/i18n';
import { usePermission } from '../session/session';

/** Lưu ý: what an officer should look at before deciding. It decides nothing by itself. */
export function RemarksNote({ remarks = [] }: { readonly remarks?: readonly Remark[] | undefined }) {
  const { t } = useTranslation();
  const readsCases = usePermission('read-cases');
  if (remarks.length === 0) return null;
  return (
    <Alert
      variant="outline"
      color="orange.8"
      bg="var(--surface)"
      icon={<IconEyeExclamation aria-hidden />}
      title={t('common:remarks.title')}
    >
      <List size="sm" spacing={4}>
        {remarks.map((remark) => (
          <List.Item key={`${remark.code} ${remark.dossierNumber ?? ''}`}>
            <Text span inherit style={{ overflowWrap: 'anywhere' }}>
              {remark[speaks()]}
            </Text>{' '}
            {readsCases && remark.dossierNumber !== undefined && (
              <Anchor component={Link} to={`/cases/${remark.dossierNumber}`} inherit underline="always">
                {t('common:remarks.open')}
              </Anchor>
            )}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
