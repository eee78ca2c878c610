import type { RolloutEmployer, RolloutSort } from '@an-sinh/contract'
import { CommandButton, TextField, useLanguage } from '@an-sinh/ui'
import { type SyntheticEvent, useState } from 'react'
import { Dialog } from '../shared/dialog.tsx'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { setTarget } from './campaign-calls.ts'
import { campaignMessages } from './campaign-messages.ts'
import { ShareBar } from './share-bar.tsx'
import { SortHead } from './sort-head.tsx'

type Props = {
  readonly employers: readonly RolloutEmployer[]
  readonly campaignId: string | null
  readonly order: { readonly sort: RolloutSort; readonly down: boolean }
  readonly onOrder: (sort: RolloutSort) => void
  readonly onChanged: () => void
}

const TargetDialog = ({
  employer,
  campaignId,
  onDone,
}: {
  readonly employer: RolloutEmployer
  readonly campaignId: string
  readonly onDone: (changed: boolean) => void
}) => {
  const say = campaignMessages.useSay()
  const [typed, setTyped] = useState(employer.ownTarget ? String(employer.targetPercent) : '')
  const [wrong, setWrong] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const save = (event: SyntheticEvent): void => {
    event.preventDefault()
    const percent = typed.trim() === '' ? null : Number(typed)
    const isWrong = percent !== null && !(Number.isInteger(percent) && percent >= 1 && percent <= 100)
    setWrong(isWrong)
    if (isWrong || busy) return
    setBusy(true)
    setTarget(campaignId, employer.employerId, percent)
      .then(() => onDone(true))
      .catch(setProblem)
      .finally(() => setBusy(false))
  }
  return (
    <Dialog title={say('targetOf', { name: employer.name })} onClose={() => onDone(false)} firstField="target">
      <form onSubmit={save} noValidate>
        {problem === null ? null : <ProblemNotice error={problem} />}
        <TextField
          name="target"
          label={say('targetPercent')}
          hint={say('targetHint')}
          error={wrong ? say('percentWrong') : undefined}
          inputMode="numeric"
          maxLength={3}
          width="short"
          value={typed}
          onChange={setTyped}
        />
        <div className="row">
          <CommandButton type="submit" kind="main" busy={busy}>
            {say('save')}
          </CommandButton>
          <CommandButton kind="plain" onPress={() => onDone(false)}>
            {say('cancel')}
          </CommandButton>
        </div>
      </form>
    </Dialog>
  )
}

const Standing = ({ standing }: Pick<RolloutEmployer, 'standing'>) => {
  const say = campaignMessages.useSay()
  const key = `standing-${standing}`
  return campaignMessages.has(key) ? say(key) : standing
}

const Line = ({ employer, onAim }: { readonly employer: RolloutEmployer; readonly onAim: (() => void) | null }) => {
  const say = campaignMessages.useSay()
  const { language } = useLanguage()
  return (
    <tr>
      <th scope="row">
        {employer.name}
        <span className="small block">
          {[employer.employerCode, employer.industry, employer.size[language]].filter((part) => part !== '').join(' · ')}
        </span>
      </th>
      <td className="text-cell">
        {employer.officeName}
        <span className="small block">{employer.district}</span>
      </td>
      <td className="text-cell">
        <Standing standing={employer.standing} />
      </td>
      <td>{employer.people.toLocaleString('vi-VN')}</td>
      <td>
        {employer.registered.toLocaleString('vi-VN')} ·{' '}
        <ShareBar part={employer.registered} whole={employer.people} target={employer.targetPercent} />
      </td>
      <td>{(employer.people - employer.registered).toLocaleString('vi-VN')}</td>
      <td>{employer.signedIn.toLocaleString('vi-VN')}</td>
      <td>{employer.needsHelp.toLocaleString('vi-VN')}</td>
      {onAim === null ? null : (
        <td>
          <button type="button" className="link-button" onClick={onAim}>
            {employer.targetPercent === null ? say('setTarget') : `${employer.targetPercent} %`}
            <span className="visually-hidden"> {say('targetOf', { name: employer.name })}</span>
          </button>
        </td>
      )}
    </tr>
  )
}

/** A line an employer; of nobody in it by name. */
export const EmployerTable = ({ employers, campaignId, order, onOrder, onChanged }: Props) => {
  const say = campaignMessages.useSay()
  const [aimed, setAimed] = useState<RolloutEmployer | null>(null)
  const head = (sort: RolloutSort) => (
    <SortHead label={say(`sort-${sort}`)} sorted={order.sort === sort ? (order.down ? 'down' : 'up') : null} onSort={() => onOrder(sort)} />
  )
  return (
    <div className="table-scroll">
      <table className="plain-table figure-table">
        <thead>
          <tr>
            {head('name')}
            <th scope="col">{say('place')}</th>
            <th scope="col">{say('standing')}</th>
            {head('people')}
            {head('registered')}
            {head('lacking')}
            <th scope="col">{say('signedIn')}</th>
            <th scope="col">{say('needsHelp')}</th>
            {campaignId === null ? null : <th scope="col">{say('target')}</th>}
          </tr>
        </thead>
        <tbody>
          {employers.map((employer) => (
            <Line key={employer.employerId} employer={employer} onAim={campaignId === null ? null : () => setAimed(employer)} />
          ))}
        </tbody>
      </table>
      {employers.length === 0 ? <p className="empty">{say('empty')}</p> : null}
      {aimed === null || campaignId === null ? null : (
        <TargetDialog
          employer={aimed}
          campaignId={campaignId}
          onDone={(changed) => {
            setAimed(null)
            if (changed) onChanged()
          }}
        />
      )}
    </div>
  )
}
