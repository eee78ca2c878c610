import type { DependantCase } from '@an-sinh/contract'
import { CommandButton, Notice, Tag, Waiting } from '@an-sinh/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { formatCivilDate } from '../shared/format-instant.ts'
import { OnlyReadsNotice, useOnlyReads } from '../shared/only-reads.tsx'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { CertificatePhoto } from './certificate-photo.tsx'
import { DecisionForm } from './decision-form.tsx'
import { DeclaredTable } from './declared-table.tsx'
import { dependantMessages } from './dependant-messages.ts'
import { getDependantCase } from './dependant-requests.ts'

type Candidate = DependantCase['candidates'][number]
type PickerProps = {
  readonly candidates: readonly Candidate[]
  readonly chosen: number | null
  readonly onChoose: (personId: number) => void
}

/** Nobody is chosen for the clerk: the household only says who lives together. */
const ChildPicker = ({ candidates, chosen, onChoose }: PickerProps) => {
  const say = dependantMessages.useSay()
  if (candidates.length === 0) return <Notice kind="warning" title={say('candidatesNone')} />
  return (
    <fieldset className="reasons">
      <legend className="field-label">{say('candidates')}</legend>
      {candidates.map((one) => (
        <label key={one.personId} className="choice">
          <input type="radio" name="child" checked={one.personId === chosen} onChange={() => onChoose(one.personId)} />
          <span className="choice-text">
            {one.fullName}, {formatCivilDate(one.bornOn)}, {one.insuranceNumber}{' '}
            <Tag tone={one.sameHousehold ? 'good' : 'warn'}>{say(one.sameHousehold ? 'sameHousehold' : 'otherHousehold')}</Tag>{' '}
            {one.isChild ? null : <Tag tone="bad">{say('notChild')}</Tag>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

const Opened = ({ shown, onDone }: { readonly shown: DependantCase; readonly onDone: () => void }) => {
  const say = dependantMessages.useSay()
  const [chosen, setChosen] = useState<number | null>(null)
  const onlyReads = useOnlyReads()
  const child = shown.candidates.find(({ personId }) => personId === chosen) ?? null
  const { guardian } = shown
  return (
    <div className="dependant-case">
      <div>
        <h2>{say('guardianTitle')}</h2>
        <p>
          <strong>{guardian.fullName}</strong>, {formatCivilDate(guardian.bornOn)}, {guardian.insuranceNumber}
          <br />
          {guardian.address ?? say('none')}
        </p>
        <ChildPicker candidates={shown.candidates} chosen={chosen} onChoose={setChosen} />
        <DeclaredTable shown={shown} child={child} />
        {onlyReads ? <OnlyReadsNotice /> : <DecisionForm shown={shown} personId={chosen} onDone={onDone} />}
      </div>
      <section aria-labelledby="dependant-certificate">
        <h2 id="dependant-certificate">{say('certificate')}</h2>
        <CertificatePhoto requestId={shown.requestId} />
      </section>
    </div>
  )
}

/** Declared, the household in the register and the certificate side by side; the decision under them. */
export const DependantCasePage = ({ requestId, onBack }: { readonly requestId: string; readonly onBack: () => void }) => {
  const say = dependantMessages.useSay()
  const common = sharedMessages.useSay()
  usePageTitle(say('caseTitle'))
  const client = useQueryClient()
  const [done, setDone] = useState(false)
  const found = useQuery({
    queryKey: ['dependant', requestId],
    queryFn: ({ signal }) => getDependantCase(requestId, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  return (
    <main id="main" className="page">
      <h1 tabIndex={-1}>{say('caseTitle')}</h1>
      <CommandButton kind="plain" onPress={onBack}>
        {say('back')}
      </CommandButton>
      {done ? <Notice kind="good" live title={say('done')} /> : null}
      {found.error === null ? null : <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending ? <Waiting label={common('loading')} /> : null}
      {found.data === undefined || done ? null : (
        <Opened
          shown={found.data}
          onDone={() => {
            setDone(true)
            void client.invalidateQueries({ queryKey: ['dependants'] })
          }}
        />
      )}
    </main>
  )
}
