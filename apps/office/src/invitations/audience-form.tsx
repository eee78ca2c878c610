import { ROLLOUT_STATES } from '@an-sinh/domain'
import { ChoiceField, CommandButton, TickField, useLanguage } from '@an-sinh/ui'
import { type SyntheticEvent, useState } from 'react'
import { invitationMessages } from './invitation-messages.ts'
import type { Audience } from './invitation-requests.ts'
import { SelectField } from '../shared/select-field.tsx'

const STATES = ['not-started', 'registered', 'form-printed', 'needs-help'] as const
type State = (typeof STATES)[number]
type Props = { readonly departments: readonly string[]; readonly busy: boolean; readonly onPreview: (audience: Audience) => void }

type Ticks = { readonly states: readonly State[]; readonly onChange: (states: readonly State[]) => void }

const StateTicks = ({ states, onChange }: Ticks) => {
  const say = invitationMessages.useSay()
  const { language } = useLanguage()
  return (
    <fieldset className="field">
      <legend className="field-label">{say('states')}</legend>
      {STATES.map((state) => (
        <TickField
          key={state}
          name={`state-${state}`}
          label={ROLLOUT_STATES[state][language]}
          checked={states.includes(state)}
          onChange={(on) => onChange(on ? [...states, state] : states.filter((one) => one !== state))}
        />
      ))}
    </fieldset>
  )
}

/** To whom and by which way; nothing is sent from here. */
export const AudienceForm = ({ departments, busy, onPreview }: Props) => {
  const say = invitationMessages.useSay()
  const [kind, setKind] = useState<Audience['kind']>('invitation')
  const [channel, setChannel] = useState<Audience['channel']>('sms')
  const [department, setDepartment] = useState('*')
  const [states, setStates] = useState<readonly State[]>(STATES)
  const chosen = kind === 'invitation' ? (['not-started'] as const) : states
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    if (chosen.length > 0) onPreview({ kind, channel, states: [...chosen], department: department === '*' ? null : department })
  }
  return (
    <form onSubmit={submit} noValidate>
      <ChoiceField
        name="kind"
        label={say('kind')}
        value={kind}
        choices={[
          { value: 'invitation', label: say('kind-invitation'), hint: say('kind-invitation-hint') },
          { value: 'reminder', label: say('kind-reminder'), hint: say('kind-reminder-hint') },
        ]}
        onChange={(value) => setKind(value === 'reminder' ? 'reminder' : 'invitation')}
      />
      {kind === 'reminder' ? <StateTicks states={states} onChange={setStates} /> : null}
      <ChoiceField
        name="channel"
        label={say('channel')}
        value={channel}
        choices={[
          { value: 'sms', label: say('channel-sms') },
          { value: 'email', label: say('channel-email') },
        ]}
        onChange={(value) => setChannel(value === 'email' ? 'email' : 'sms')}
      />
      <SelectField
        name="invitation-department"
        label={say('department')}
        value={department}
        options={[['*', say('anyDepartment')], ...departments.map((one): [string, string] => [one, one])]}
        onChange={setDepartment}
      />
      <CommandButton type="submit" kind="main" busy={busy}>
        {say('preview')}
      </CommandButton>
    </form>
  )
}
