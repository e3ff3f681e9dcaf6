import { Alert, Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyFailed } from './notify';

interface ReasonDialogProps {
  readonly title: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  /** What will be done, in words. */
  readonly children?: ReactNode;
  readonly confirm?: string;
  readonly danger?: boolean;
  /** Whether what the dialog asks beside the reason is answered. */
  readonly ready?: boolean;
  /** Rejects with what the API refused; the dialog then stays and shows it. */
  readonly onConfirm: (reason: string) => Promise<unknown>;
}

const SHORTEST = 3;

/**
 * Asks for the reason that every action needs, does it, and closes once it is on record. What fails after somebody closed
 * it is said at the edge of the window.
 */
export function ReasonDialog({
  title,
  opened,
  onClose,
  children,
  confirm,
  danger,
  ready = true,
  onConfirm,
}: ReasonDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const shown = useRef(false);
  useEffect(() => {
    shown.current = opened;
    return () => {
      shown.current = false;
    };
  }, [opened]);
  const action = useMutation({
    mutationFn: onConfirm,
    onSuccess: () => {
      setReason('');
      onClose();
    },
    onError: (error) => {
      if (!shown.current) notifyFailed(title, error.message);
    },
  });
  const given = reason.trim();
  const complete = ready && given.length >= SHORTEST;
  return (
    <Modal opened={opened} onClose={onClose} title={title} centered>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (complete) action.mutate(given);
        }}
      >
        <Stack>
          {children}
          <Textarea
            label={t('action.reason')}
            description={t('action.reasonHint')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            maxLength={1000}
            autosize
            minRows={2}
            required
            data-autofocus
          />
          {action.error && (
            <Alert color="red" role="alert">
              {action.error.message}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button
              type="submit"
              loading={action.isPending}
              disabled={!complete}
              {...(danger && { color: 'red.8' })}
            >
              {confirm ?? t('action.confirm')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
