import { Alert, Button, PasswordInput, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { type SessionView } from '@lienthong/contracts';
import { get } from '../../api/client';
import { token } from '../../session/token';
import { isForbidden, isSignedOut } from '../../session/watch-session';
import { forgetPerson } from './forget-person';

/** Signs in by an API key: it is kept only once the API knows it and it may do something here. */
export function KeyForm({ from }: { readonly from: string }) {
  const { t } = useTranslation('sign-in');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [key, setKey] = useState('');
  const signIn = useMutation({
    mutationFn: async (given: string) => {
      token.keep(given);
      try {
        return await get<SessionView>('/v1/operations/session');
      } catch (error) {
        token.forget();
        if (isSignedOut(error)) throw new Error(t('key.wrong'), { cause: error });
        throw isForbidden(error) ? new Error(t('key.nothing'), { cause: error }) : error;
      }
    },
    onSuccess: (session) => {
      forgetPerson(queries);
      queries.setQueryData(['session'], session);
      void navigate(from, { replace: true });
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (key.trim() !== '') signIn.mutate(key.trim());
      }}
    >
      <Stack>
        <Text size="sm">{t('key.intro')}</Text>
        <PasswordInput
          label={t('key.label')}
          description={t('key.hint')}
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
          autoComplete="off"
          spellCheck={false}
          required
          autoFocus
        />
        {signIn.error && (
          <Alert color="red" role="alert">
            {signIn.error.message}
          </Alert>
        )}
        <Button type="submit" loading={signIn.isPending} fullWidth>
          {t('key.submit')}
        </Button>
      </Stack>
    </form>
  );
}
