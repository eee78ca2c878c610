import type { AsideReason, HandIns } from '@an-sinh/contract'
import { foldText } from '@an-sinh/domain'
import { CommandButton, Field, fieldId, TextField } from '@an-sinh/ui'
import { useState } from 'react'
import { Dialog } from '../shared/dialog.tsx'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { handInMessages } from './hand-in-messages.ts'
import { putAside, tickForm } from './hand-in-requests.ts'

type Signed = HandIns['ready'][number]
type Changed = { readonly onChanged: () => void }
const REASONS: readonly AsideReason[] = ['wrong-signer', 'unsigned', 'damaged', 'other']
const NOT_IN_HAND = 'not-in-hand'

const AsideDialog = ({ form, onChanged, onClose }: Changed & { readonly form: Signed; readonly onClose: () => void }) => {
  const say = handInMessages.useSay()
  const [reason, setReason] = useState<AsideReason | typeof NOT_IN_HAND>('wrong-signer')
  const [problem, setProblem] = useState<unknown>(null)
  const save = async (): Promise<void> => {
    await putAside(form.entryId, reason === NOT_IN_HAND ? null : reason)
    onChanged()
    onClose()
  }
  return (
    <Dialog title={say('asideTitle', { name: form.fullName })} onClose={onClose}>
      {problem === null ? null : <ProblemNotice error={problem} />}
      <Field name="aside-reason" label={say('asideReason')}>
        <select
          className="box"
          id={fieldId('aside-reason')}
          name="aside-reason"
          value={reason}
          onChange={(event) => setReason(REASONS.find((one) => one === event.currentTarget.value) ?? NOT_IN_HAND)}
        >
          {[...REASONS, NOT_IN_HAND].map((one) => (
            <option key={one} value={one}>
              {say(`reason-${one}` as 'reason-other')}
            </option>
          ))}
        </select>
      </Field>
      <p className="row">
        <CommandButton kind="main" onPress={() => void save().catch(setProblem)}>
          {say('aside')}
        </CommandButton>
        <CommandButton onPress={onClose}>{say('cancel')}</CommandButton>
      </p>
    </Dialog>
  )
}

const SignedTable = ({ forms, onAside }: { readonly forms: readonly Signed[]; readonly onAside: (form: Signed) => void }) => {
  const say = handInMessages.useSay()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a wide table is scrolled by the keyboard too
    <section className="table-scroll" tabIndex={0} aria-label={say('inHand')}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{say('name')}</th>
            <th scope="col">{say('department')}</th>
            <th scope="col">{say('code')}</th>
            <th scope="col">{say('note')}</th>
            <th scope="col">{say('aside')}</th>
          </tr>
        </thead>
        <tbody>
          {forms.map((form) => (
            <tr key={form.entryId}>
              <td>{form.fullName}</td>
              <td>{form.department}</td>
              <td>…{form.codeTail}</td>
              <td>
                {form.reason === null ? '' : say(`reason-${form.reason}`)}
                {form.missedIn === null ? '' : say('missedIn', { number: form.missedIn })}
              </td>
              <td>
                <CommandButton kind="plain" onPress={() => onAside(form)}>
                  {say('aside')}
                </CommandButton>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Forms in hand, each with the way to lay it aside. */
export const SignedList = ({ forms, onChanged }: Changed & { readonly forms: readonly Signed[] }) => {
  const [asked, setAsked] = useState<Signed | null>(null)
  return (
    <>
      <SignedTable forms={forms} onAside={setAsked} />
      {asked === null ? null : <AsideDialog form={asked} onChanged={onChanged} onClose={() => setAsked(null)} />}
    </>
  )
}

const SHOWN = 30

/** Who is still missing; a form without a readable code is ticked here by hand. */
export const WaitingList = ({ waiting, count, onChanged }: Changed & { readonly waiting: HandIns['waiting']; readonly count: number }) => {
  const say = handInMessages.useSay()
  const [wanted, setWanted] = useState('')
  const [problem, setProblem] = useState<unknown>(null)
  const found = waiting.filter(({ fullName, department }) => foldText(`${fullName} ${department}`).includes(foldText(wanted.trim())))
  return (
    <details>
      <summary>{say('waiting', { count: String(count) })}</summary>
      {problem === null ? null : <ProblemNotice error={problem} />}
      <TextField name="wanted" label={say('byName')} width="medium" autoComplete="off" value={wanted} onChange={setWanted} />
      <ul>
        {found.slice(0, SHOWN).map(({ entryId, fullName, department }) => (
          <li key={entryId}>
            {fullName}
            {department === '' ? '' : `, ${department}`}{' '}
            <CommandButton kind="plain" onPress={() => void tickForm({ code: null, entryId }).then(onChanged).catch(setProblem)}>
              {say('tickHand')}
            </CommandButton>
          </li>
        ))}
      </ul>
      {found.length > SHOWN ? <p>{say('more', { count: String(found.length - SHOWN) })}</p> : null}
    </details>
  )
}
