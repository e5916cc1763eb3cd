import { useState } from 'react';
import { keyRequest, type IssuedKey } from '../../../core/contract/key.ts';
import { scopes, type Scope } from '../../../core/contract/vocabularies.ts';
import type { Me } from '../../../core/contract/organisation.ts';
import { Form } from '../forms/form.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { TextField } from '../forms/text-field.tsx';
import { useSending } from '../forms/use-sending.ts';
import { useWords } from '../languages/words.tsx';
import { administration } from '../live/administration-queries.ts';
import { Pills } from '../raise/pills.tsx';
import { useSignedIn } from '../session/signed-in.ts';
import { linesOf } from './lines.ts';
import { isOwner } from './people-rules.ts';
import { TeamPills } from './team-pills.tsx';

const day = 86_400_000;
const spans = { '90': 90, '365': 365, '730': 730, never: null } as const;
type Span = keyof typeof spans;

interface Props {
  onMade: (issued: IssuedKey) => void;
  onClose: () => void;
}

/** What a key is to be, and how it is made. */
function useMaking(onMade: (issued: IssuedKey) => void) {
  const { call } = useSignedIn();
  const [draft, setDraft] = useState({ name: '', scopes: [] as string[], teams: [] as string[], networks: '' });
  const [span, setSpan] = useState<Span>('365');
  const sending = useSending({
    schema: keyRequest,
    stale: [administration.apiKeys],
    send: (body, idempotencyKey) => call('addKey', { body, idempotencyKey }),
    onDone: onMade,
  });
  const submit = (): void => {
    const days = spans[span];
    const expiresAt = days === null ? null : new Date(startOfHour() + days * day).toISOString();
    sending.submit({ ...draft, networks: linesOf(draft.networks), expiresAt });
  };
  return {
    draft,
    change: (part: Partial<typeof draft>) => setDraft({ ...draft, ...part }),
    span,
    setSpan,
    sending,
    submit,
  };
}

/** Name, rights, reach and end of a key to be made. */
export function MakeKey({ onMade, onClose }: Props) {
  const { t } = useWords();
  const { me } = useSignedIn();
  const { draft, change, span, setSpan, sending, submit } = useMaking(onMade);
  return (
    <Form sending={sending} submit={t('apiKeys.makeIt')} onSubmit={submit} onCancel={onClose}>
      <TextField
        pointer="/name"
        label={t('apiKeys.name')}
        hint={t('apiKeys.nameHint')}
        required
        value={draft.name}
        onChange={(name) => change({ name })}
      />
      <Pills
        pointer="/scopes"
        label={t('apiKeys.scopes')}
        required
        value={draft.scopes}
        onChange={(chosen) => change({ scopes: chosen })}
        choices={grantable(me).map((value) => ({
          value,
          label: t(`codes.scope.${value}.label`),
          definition: t(`codes.scope.${value}.definition`),
        }))}
      />
      <TeamPills value={draft.teams} onChange={(teams) => change({ teams })} hint={t('apiKeys.teamsHint')} />
      <SelectField
        pointer="/expiresAt"
        label={t('apiKeys.expires')}
        value={span}
        onChange={setSpan}
        choices={(Object.keys(spans) as Span[]).map((value) => ({ value, label: t(`apiKeys.span.${value}`) }))}
      />
      <TextField
        pointer="/networks"
        label={t('apiKeys.networks')}
        hint={t('apiKeys.networksHint')}
        rows={2}
        value={draft.networks}
        onChange={(networks) => change({ networks })}
      />
    </Form>
  );
}

/** A repeat within the hour is the same request. */
function startOfHour(): number {
  return Math.floor(Date.now() / 3_600_000) * 3_600_000;
}

/** What a key of this organisation may be for: raising is not for platforms, answering for them alone, TLP:RED an owner's to give. */
function grantable(me: Me): Scope[] {
  const { kind } = me.organisation;
  return (Object.keys(scopes) as Scope[]).filter((scope) => {
    if (scope === 'warnings:red') return isOwner(me);
    if (scope === 'warnings:write') return kind === 'cso' || kind === 'coordinator';
    return scope !== 'acknowledgements:write' || kind === 'platform';
  });
}
