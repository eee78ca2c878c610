import type { ReferenceProposal } from '@an-sinh/contract'
import { CommandButton, Tag, TextAreaField, type Tone } from '@an-sinh/ui'
import { useState } from 'react'
import { formatCivilDate, formatInstant } from '../shared/format-instant.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { useSending } from '../shared/use-sending.ts'
import { referenceMessages } from './desk-messages.ts'
import { decideProposal, withdrawProposal } from './desk-requests.ts'
import { useFieldWords } from './field-words.ts'

const TONES: Readonly<Record<ReferenceProposal['state'], Tone>> = { waiting: 'note', approved: 'good', refused: 'warn', withdrawn: 'quiet' }

const Changes = ({ one }: { readonly one: ReferenceProposal }) => {
  const say = referenceMessages.useSay()
  const { nameOf, valueOf } = useFieldWords()
  return (
    <div className="table-scroll">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{say('field')}</th>
            <th scope="col">{say('before')}</th>
            <th scope="col">{say('after')}</th>
            {one.outdated ? <th scope="col">{say('now')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {one.changes.map(({ field, before, after, now }) => (
            <tr key={field}>
              <th scope="row">{nameOf(field)}</th>
              <td>
                <del>{valueOf(field, before)}</del>
              </td>
              <td>
                <ins>{valueOf(field, after)}</ins>
              </td>
              {one.outdated ? <td>{valueOf(field, now)}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type Props = { readonly one: ReferenceProposal; readonly onChanged: () => void; readonly onUndo?: (one: ReferenceProposal) => void }

const Commands = ({ one, onChanged, onUndo }: Props) => {
  const say = referenceMessages.useSay()
  const [reason, setReason] = useState<string | null>(null)
  const { waiting, problem, run } = useSending()
  const decide = (approve: boolean): void => {
    if (!approve && reason === null) setReason('')
    else if (approve || (reason ?? '').trim() !== '')
      void run(async () => decideProposal(one.proposalId, { approve, reason: approve ? null : reason }).then(onChanged))
  }
  return (
    <>
      {problem === null ? null : <ProblemNotice error={problem} />}
      {reason === null ? null : (
        <TextAreaField
          name={`reason-${one.proposalId}`}
          label={say('reason')}
          error={reason.trim() === '' ? say('reasonMissing') : undefined}
          maxLength={300}
          rows={2}
          value={reason}
          onChange={setReason}
        />
      )}
      <div className="button-row">
        {one.mayDecide ? (
          <>
            {one.outdated ? null : (
              <CommandButton kind="main" busy={waiting} onPress={() => decide(true)}>
                {say('approve')}
              </CommandButton>
            )}
            <CommandButton busy={waiting} onPress={() => decide(false)}>
              {say('refuse')}
            </CommandButton>
          </>
        ) : null}
        {one.mayWithdraw ? (
          <CommandButton busy={waiting} onPress={() => void run(async () => withdrawProposal(one.proposalId).then(onChanged))}>
            {say('withdraw')}
          </CommandButton>
        ) : null}
        {one.state === 'approved' && onUndo !== undefined ? (
          <CommandButton icon="undo" onPress={() => onUndo(one)}>
            {say('undo')}
          </CommandButton>
        ) : null}
      </div>
    </>
  )
}

/** One proposal, field by field, and what the reader may do about it. */
export const ProposalItem = (props: Props) => {
  const say = referenceMessages.useSay()
  const { one } = props
  return (
    <li className="closure-item">
      <h3>
        {one.name} <span className="small">{one.code}</span>
      </h3>
      <p>
        <Tag tone={TONES[one.state]}>{say(`state-${one.state}`)}</Tag>{' '}
        {one.state === 'approved' && !one.applied ? <Tag tone="note">{say('notYet')}</Tag> : null}{' '}
        {one.outdated ? <Tag tone="bad">{say('outdated')}</Tag> : null}
      </p>
      <p className="small">
        {say('facts', {
          from: formatCivilDate(one.fromOn),
          until: one.untilOn === null ? '' : say('factsUntil', { until: formatCivilDate(one.untilOn) }),
          paper: one.paperNumber,
          name: one.staffName,
          at: formatInstant(one.proposedAt),
        })}
      </p>
      {one.note === null ? null : <p className="report-words">{one.note}</p>}
      <Changes one={one} />
      {one.decidedBy === null || one.decidedAt === null ? null : (
        <p className="small">
          {say('decidedBy', { name: one.decidedBy, at: formatInstant(one.decidedAt), reason: one.decidedReason ?? '' })}
        </p>
      )}
      <Commands {...props} />
    </li>
  )
}
