import { Button, Text } from '@mantine/core';
import { IconArrowBackUp, IconEdit, IconHandStop, IconTrashX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CaseActionBody, type CaseDetail, type OperatorAction } from '@lienthong/contracts';
import { ReasonDialog } from '../../../components/reason-dialog';
import { useOperation } from '../../../components/use-operation';
import { usePermission } from '../../../session/session';
import { CorrectionFields } from './correction-fields';
import { type Change, correctionData } from './correctable';

const ICONS = { stop: IconHandStop, withdraw: IconArrowBackUp, correct: IconEdit, cancel: IconTrashX };
/** From the everyday to the grave. */
const ORDER: readonly OperatorAction[] = ['correct', 'withdraw', 'stop', 'cancel'];
const TOPICS = ['cases', 'incidents'] as const;

/** The actions that the case allows now, each asking for a reason. */
export function ActionBar({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation('case');
  const may = usePermission('act-on-cases');
  const [chosen, setChosen] = useState<OperatorAction>();
  if (!may) return null;
  return (
    <>
      {ORDER.filter((action) => detail.actions.includes(action)).map((action) => {
        const Icon = ICONS[action];
        return (
          <Button
            key={action}
            variant="default"
            size="sm"
            leftSection={<Icon size={16} aria-hidden />}
            onClick={() => setChosen(action)}
          >
            {t(`common:operation.name.${action}`)}
          </Button>
        );
      })}
      {chosen && (
        <ActionDialog key={chosen} action={chosen} detail={detail} onClose={() => setChosen(undefined)} />
      )}
    </>
  );
}

interface ActionDialogProps {
  readonly action: OperatorAction;
  readonly detail: CaseDetail;
  readonly onClose: () => void;
}

function ActionDialog({ action, detail, onClose }: ActionDialogProps) {
  const { t } = useTranslation('case');
  const operate = useOperation(TOPICS);
  const [changes, setChanges] = useState<readonly Change[]>([{ path: '', value: '' }]);
  const data = action === 'correct' ? correctionData(changes) : undefined;
  const act = (reason: string): Promise<unknown> => {
    const body: CaseActionBody = { action, reason, ...(data && { data }) };
    return operate(`/v1/operations/cases/${encodeURIComponent(detail.case.dossierNumber)}/actions`, body);
  };
  return (
    <ReasonDialog
      opened
      onClose={onClose}
      title={t(`actions.${action}.title`)}
      confirm={t(`common:operation.name.${action}`)}
      danger={action === 'stop' || action === 'cancel'}
      ready={action !== 'correct' || data !== undefined}
      onConfirm={act}
    >
      <Text size="sm">{t(`actions.${action}.what`)}</Text>
      {action === 'correct' && (
        <CorrectionFields dossier={detail.dossier} changes={changes} onChange={setChanges} />
      )}
    </ReasonDialog>
  );
}
