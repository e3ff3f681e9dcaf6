import { Alert, Button, SimpleGrid, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconEye, IconEyeOff, IconShieldLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Dossier } from '@lienthong/contracts';
import { usePlaces } from '../../../api/places';
import { Facts } from '../../../components/facts';
import { Panel } from '../../../components/panel';
import { ReasonDialog } from '../../../components/reason-dialog';
import { useSend } from '../../../components/use-send';
import { usePermission } from '../../../session/session';
import { dossierSections } from './dossier-sections';
import { useDossierText } from './use-dossier-text';
import { type Revealed, type RevealView } from './revealed';

/** Looking changes nothing but the audit log. */
const TOPICS = [] as const;

interface DossierPanelProps {
  readonly dossierNumber: string;
  /** Masked. */
  readonly dossier: Dossier;
  readonly revealed: Revealed | undefined;
  readonly onReveal: (revealed: Revealed | undefined) => void;
}

/** What was filed; personal data masked until they are asked for with a reason. */
export function DossierPanel({ dossierNumber, dossier, revealed, onReveal }: DossierPanelProps) {
  const { t } = useTranslation('case');
  const places = usePlaces();
  const textOf = useDossierText(places);
  return (
    <Stack>
      <Notice dossierNumber={dossierNumber} revealed={revealed} onReveal={onReveal} />
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        {dossierSections(revealed?.dossier ?? dossier).map(({ name, fields }) => (
          <Panel key={name} title={t(`dossier.block.${name}`, { defaultValue: name })}>
            <Facts
              facts={fields.map(({ path, value }) => {
                const key = path.slice(path.lastIndexOf('.') + 1);
                return { label: t(`dossier.field.${key}`, { defaultValue: key }), value: textOf(key, value) };
              })}
            />
          </Panel>
        ))}
      </SimpleGrid>
    </Stack>
  );
}

function Notice({ dossierNumber, revealed, onReveal }: Omit<DossierPanelProps, 'dossier'>) {
  const { t } = useTranslation('case');
  const may = usePermission('reveal-personal-data');
  const [opened, { open, close }] = useDisclosure();
  const send = useSend<RevealView>(TOPICS);
  const reveal = async (reason: string): Promise<void> => {
    const path = `/v1/operations/cases/${encodeURIComponent(dossierNumber)}/dossier`;
    const { dossier, operation } = await send(path, { reason });
    onReveal({ dossier, entry: operation.audit });
  };
  if (revealed)
    return (
      <Alert variant="outline" color="orange.9" icon={<IconEye />} role="status">
        {t('dossier.revealed', { entry: revealed.entry })}{' '}
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconEyeOff size={14} aria-hidden />}
          onClick={() => onReveal(undefined)}
        >
          {t('dossier.hide')}
        </Button>
      </Alert>
    );
  return (
    <Alert variant="outline" color="gray" icon={<IconShieldLock />}>
      {t('dossier.masked')}{' '}
      {may && (
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconEye size={14} aria-hidden />}
          onClick={open}
        >
          {t('dossier.reveal')}
        </Button>
      )}
      <ReasonDialog opened={opened} onClose={close} title={t('dossier.reveal')} onConfirm={reveal}>
        {t('dossier.revealWhy')}
      </ReasonDialog>
    </Alert>
  );
}
