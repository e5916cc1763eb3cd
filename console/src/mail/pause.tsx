import { useState } from 'react';
import { mailSubscriberPatch, type MailSubscriber } from '../../../core/contract/mail-subscriber.ts';
import { Form } from '../forms/form.tsx';
import { Opener } from '../forms/opener.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { useSending } from '../forms/use-sending.ts';
import { useWords } from '../languages/words.tsx';
import { useAction } from '../live/command.ts';
import { Problem } from '../marks/problem.tsx';
import { SendButton } from '../marks/send-button.tsx';
import { openNetwork } from '../network.ts';

const spans = ['7', '30', '90', '365'] as const;
const day = 86_400_000;

interface PauseProps {
  token: string;
  onPaused: (subscriber: MailSubscriber) => void;
}

/** Nothing is sent for a while. */
export function Pause(props: PauseProps) {
  const { t } = useWords();
  return (
    <Opener label={t('mailPreferences.pause')} heading="h2">
      {(close) => <PauseForm {...props} onClose={close} />}
    </Opener>
  );
}

function PauseForm({ token, onPaused, onClose }: PauseProps & { onClose: () => void }) {
  const { t } = useWords();
  const [days, setDays] = useState<(typeof spans)[number]>('7');
  const sending = useSending({
    schema: mailSubscriberPatch,
    send: (body) => openNetwork().call('changeMailSubscriber', { body }),
    onDone: (subscriber) => {
      onClose();
      onPaused(subscriber);
    },
  });
  const submit = (): void => {
    sending.submit({ token, pausedUntil: new Date(Date.now() + Number(days) * day).toISOString() });
  };
  return (
    <Form sending={sending} submit={t('mailPreferences.pauseIt')} onSubmit={submit} onCancel={onClose}>
      <p>{t('mailPreferences.pauseMeans')}</p>
      <SelectField
        pointer="/pausedUntil"
        label={t('mailPreferences.pauseFor')}
        value={days}
        onChange={setDays}
        choices={spans.map((value) => ({ value, label: t(`mailPreferences.days.${value}`) }))}
      />
    </Form>
  );
}

interface ResumeProps {
  token: string;
  onResumed: (subscriber: MailSubscriber) => void;
}

/** Ends a pause before its time. */
export function Resume({ token, onResumed }: ResumeProps) {
  const { t } = useWords();
  const resume = useAction(
    [],
    () => openNetwork().call('changeMailSubscriber', { body: { token, pausedUntil: null } }),
    onResumed,
  );
  return (
    <>
      <Problem error={resume.error} />
      <SendButton size="sm" loading={resume.isPending} onClick={() => resume.mutate({})}>
        {t('mailPreferences.resume')}
      </SendButton>
    </>
  );
}
