import { ASKER_KINDS, ASKER_NAMES, type AskerKind, DEPARTMENTS, listCategoriesOf } from '@an-sinh/domain'
import { ChoiceField, TextField, useLanguage } from '@an-sinh/ui'
import { useState } from 'react'
import { usePageTitle } from '../shared/use-page-title.ts'
import { fileReport } from './report-calls.ts'
import { ReportForm } from './report-form.tsx'
import { reportMessages } from './report-messages.ts'

type Who = { readonly employerCode: string; readonly askerName: string; readonly callerName: string; readonly callerPhone: string }
const NOBODY: Who = { employerCode: '', askerName: '', callerName: '', callerPhone: '' }

const isKnown = (kind: AskerKind, { employerCode, askerName, callerName }: Who): boolean => {
  if (kind === 'employer') return employerCode.trim() !== ''
  if (kind === 'hospital') return askerName.trim() !== ''
  return kind === 'clerk' || callerName.trim() !== ''
}

const Fields = ({
  kind,
  who,
  onChange,
}: {
  readonly kind: AskerKind
  readonly who: Who
  readonly onChange: (change: Partial<Who>) => void
}) => {
  const say = reportMessages.useSay()
  if (kind === 'clerk') return null
  return (
    <>
      {kind === 'employer' ? (
        <TextField
          name="employerCode"
          label={say('employerCode')}
          maxLength={20}
          width="medium"
          required
          value={who.employerCode}
          onChange={(employerCode) => onChange({ employerCode })}
        />
      ) : null}
      {kind === 'hospital' ? (
        <TextField
          name="askerName"
          label={say('facilityName')}
          maxLength={200}
          required
          value={who.askerName}
          onChange={(askerName) => onChange({ askerName })}
        />
      ) : null}
      <TextField
        name="callerName"
        label={say(kind === 'citizen' ? 'callerNameNeeded' : 'callerName')}
        maxLength={100}
        width="medium"
        value={who.callerName}
        onChange={(callerName) => onChange({ callerName })}
      />
      <TextField
        name="callerPhone"
        label={say('callerPhone')}
        hint={kind === 'employer' ? undefined : say('callerPhoneHint')}
        inputMode="tel"
        maxLength={20}
        width="medium"
        value={who.callerPhone}
        onChange={(callerPhone) => onChange({ callerPhone })}
      />
    </>
  )
}

/** For somebody on the phone, or about a fault that one meets oneself: who asks, and then as they would write it themselves. */
export const NewReportPage = ({ onDone, onBack }: { readonly onDone: (reportId: string) => void; readonly onBack: () => void }) => {
  const say = reportMessages.useSay()
  const { language } = useLanguage()
  usePageTitle(say('newTitle'))
  const [kind, setKind] = useState<AskerKind>('citizen')
  const [who, setWho] = useState(NOBODY)
  const categories = listCategoriesOf(kind).map(({ code, name, department }) => ({ code, name, department: DEPARTMENTS[department] }))
  return (
    <main id="main" className="page desk-page">
      <h1 tabIndex={-1}>{say('newTitle')}</h1>
      <ReportForm
        key={kind}
        categories={categories}
        isReady={isKnown(kind, who)}
        before={
          <>
            <ChoiceField
              name="askerKind"
              label={say('whoAsks')}
              choices={ASKER_KINDS.map((value) => ({ value, label: value === 'clerk' ? say('myself') : ASKER_NAMES[value][language] }))}
              value={kind}
              onChange={(next) => setKind(ASKER_KINDS.find((one) => one === next) ?? 'citizen')}
            />
            <Fields kind={kind} who={who} onChange={(change) => setWho({ ...who, ...change })} />
          </>
        }
        send={async (filled) => onDone((await fileReport({ ...filled, ...who, askerKind: kind })).reportId)}
        onCancel={onBack}
      />
    </main>
  )
}
