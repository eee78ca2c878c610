import type { ReferenceProposal } from '@an-sinh/contract'
import type { ReferenceList } from '@an-sinh/domain'
import { CommandButton, Facts, Waiting } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatCivilDate } from '../shared/format-instant.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { referenceMessages } from './desk-messages.ts'
import { type Entry, getEntry } from './desk-requests.ts'
import { useFieldWords } from './field-words.ts'
import { ProposalForm } from './proposal-form.tsx'
import { ProposalItem } from './proposal-item.tsx'

const Versions = ({ versions }: Pick<Entry, 'versions'>) => {
  const say = referenceMessages.useSay()
  const { nameOf, valueOf } = useFieldWords()
  return (
    <details>
      <summary>{say('versions', { count: versions.length })}</summary>
      <ul>
        {versions.map(({ fromOn, endsOn, source, values }) => (
          <li key={fromOn}>
            <strong>
              {say('version', { from: formatCivilDate(fromOn), to: endsOn === null ? say('open-end') : formatCivilDate(endsOn), source })}
            </strong>
            <br />
            <span className="small">
              {values
                .filter(({ value }) => value !== null)
                .map(({ field, value }) => `${nameOf(field)}: ${valueOf(field, value)}`)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

const startOf = (one: ReferenceProposal | null): Readonly<Record<string, string>> =>
  one === null ? {} : Object.fromEntries(one.changes.map(({ field, before }) => [field, before ?? '']))

type Props = { readonly list: ReferenceList; readonly code: string; readonly onBack: () => void; readonly onChanged: () => void }

/** One entry: how it stands, what it was, and the form that asks for a change. */
export const EntryView = ({ list, code, onBack, onChanged }: Props) => {
  const say = referenceMessages.useSay()
  const common = sharedMessages.useSay()
  const { nameOf, valueOf } = useFieldWords()
  const [proposing, setProposing] = useState(false)
  const [undoing, setUndoing] = useState<ReferenceProposal | null>(null)
  const found = useQuery({ queryKey: ['reference-entry', list, code], queryFn: ({ signal }) => getEntry(list, code, signal) })
  const changed = (): void => {
    setProposing(false)
    setUndoing(null)
    void found.refetch()
    onChanged()
  }
  const { data } = found
  return (
    <section aria-labelledby="entry-name">
      <CommandButton kind="plain" onPress={onBack}>
        {say('back')}
      </CommandButton>
      {found.error === null ? null : <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending ? <Waiting label={common('loading')} /> : null}
      {data === undefined ? null : (
        <>
          <h2 id="entry-name">
            {data.name} <span className="small">{data.code}</span>
          </h2>
          <h3>{say('values')}</h3>
          <Facts facts={data.values.map(({ field, value }) => ({ label: nameOf(field), value: valueOf(field, value) }))} />
          <Versions versions={data.versions} />
          {proposing || undoing !== null ? (
            <ProposalForm key={undoing?.proposalId ?? 'new'} entry={data} start={startOf(undoing)} onDone={changed} />
          ) : (
            <CommandButton kind="main" onPress={() => setProposing(true)}>
              {say('propose')}
            </CommandButton>
          )}
          <ul className="closure-list">
            {data.proposals.map((one) => (
              <ProposalItem key={one.proposalId} one={one} onChanged={changed} onUndo={setUndoing} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
