import { useState } from 'react';
import { Button, NativeSelect } from '@mantine/core';
import { useWords } from '../languages/words.tsx';
import '../theme/input.css';
import '../theme/form.css';
import { severityOrder, type Severity } from '../../../core/contract/vocabularies.ts';
import { Dialog } from '../frame/dialog.tsx';
import { keepAlertSettings, readAlertSettings } from './alert-settings.ts';
import { notify, showsNotifications } from './notification.ts';
import { playBell } from './sound.ts';

/** From which severity on a warning calls, and the way to try it. */
export function AlertDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const [settings, setSettings] = useState(readAlertSettings);
  const change = (part: Partial<typeof settings>): void => {
    const next = { ...settings, ...part };
    keepAlertSettings(next);
    setSettings(next);
  };
  return (
    <Dialog title={t('alerts.title')} onClose={onClose}>
      <p>{t('alerts.lead')}</p>
      <Floor label={t('alerts.sound')} value={settings.sound} onChange={(sound) => change({ sound })} />
      <Sound severity={settings.sound ?? 'severe'} />
      {showsNotifications() ? (
        <Notifications value={settings.notification} onChange={(notification) => change({ notification })} />
      ) : (
        <p>{t('alerts.unsupported')}</p>
      )}
    </Dialog>
  );
}

function Sound({ severity }: { severity: Severity }) {
  const { t } = useWords();
  const [heard, setHeard] = useState<boolean>();
  return (
    <>
      <Button variant="default" onClick={() => void playBell(severity).then(setHeard)}>
        {t('alerts.trySound')}
      </Button>
      <p role="status">{heard !== undefined && t(heard ? 'alerts.played' : 'alerts.silent')}</p>
    </>
  );
}

interface FloorProps {
  label: string;
  hint?: string;
  value: Severity | null;
  onChange: (value: Severity | null) => void;
}

function Notifications({ value, onChange }: Pick<FloorProps, 'value' | 'onChange'>) {
  const { t } = useWords();
  const [said, setSaid] = useState<'shown' | 'denied'>();
  /** The browser asks once; what was refused then is changed in its settings alone. */
  const allowed = async (): Promise<boolean> => {
    const permission = await Notification.requestPermission();
    setSaid(permission === 'granted' ? undefined : 'denied');
    return permission === 'granted';
  };
  const choose = async (floor: Severity | null): Promise<void> => {
    if (floor === null || (await allowed())) onChange(floor);
  };
  const tryIt = async (): Promise<void> => {
    if (!(await allowed())) return;
    const taken = notify({ text: t('alerts.tried'), name: 'try', onClick: () => undefined });
    setSaid(taken ? 'shown' : 'denied');
  };
  return (
    <>
      <Floor
        label={t('alerts.notification')}
        hint={t('alerts.notificationHint')}
        value={value}
        onChange={(floor) => void choose(floor)}
      />
      <Button variant="default" onClick={() => void tryIt()}>
        {t('alerts.tryNotification')}
      </Button>
      <p role="status">{said && t(`alerts.${said}`)}</p>
    </>
  );
}

function Floor({ label, hint, value, onChange }: FloorProps) {
  const { t } = useWords();
  const nameOf = (severity: Severity): string => {
    if (severity === 'minor') return t('alerts.always');
    const name = t(`codes.severity.${severity}.label`);
    return severity === 'extreme' ? name : t('board.severityFloor', { severity: name });
  };
  return (
    <NativeSelect
      label={label}
      description={hint}
      data={[
        { value: '', label: t('alerts.never') },
        ...severityOrder.map((severity) => ({ value: severity, label: nameOf(severity) })),
      ]}
      value={value ?? ''}
      onChange={({ currentTarget }) => onChange(currentTarget.value === '' ? null : (currentTarget.value as Severity))}
    />
  );
}
