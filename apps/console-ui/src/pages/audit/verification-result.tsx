import { Alert, Code, Text } from '@mantine/core';
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type AuditVerification } from '@lienthong/contracts';
import { formatCount } from '../../format/numbers';

interface VerificationResultProps {
  readonly result: AuditVerification;
  readonly onClose: () => void;
}

/** Whether the chain of hashes holds from the first entry to the last. */
export function VerificationResult({ result, onClose }: VerificationResultProps) {
  const { t } = useTranslation('audit');
  const { valid, entries, lastHash, broken } = result;
  const counted = { count: entries, shown: formatCount(entries) };
  return (
    <Alert
      variant="default"
      role={valid ? 'status' : 'alert'}
      data-verdict={valid ? 'valid' : 'broken'}
      icon={
        valid ? (
          <IconShieldCheck color="var(--mantine-color-green-7)" aria-hidden />
        ) : (
          <IconShieldX color="var(--mantine-color-red-7)" aria-hidden />
        )
      }
      title={valid ? t('verify.valid') : t('verify.broken', { number: broken?.number })}
      withCloseButton
      closeButtonLabel={t('verify.close')}
      onClose={onClose}
    >
      <Text size="sm">
        {valid ? t('verify.validText', counted) : t('verify.brokenText', { ...counted, why: broken?.why })}
      </Text>
      <Text size="sm" mt={4} style={{ overflowWrap: 'anywhere' }}>
        {t('verify.head')}: <Code>{lastHash}</Code>
      </Text>
      <Text size="xs" c="dimmed" mt={4}>
        {t('verify.keep')}
      </Text>
    </Alert>
  );
}
