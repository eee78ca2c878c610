import { CommandButton, Notice, TextField, Waiting } from '@an-sinh/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type SyntheticEvent, useState } from 'react'
import { formatInstant } from '../shared/format-instant.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { copyMessages } from './copy-messages.ts'
import { listRosterKeys, makeRosterKey, revokeRosterKey, type RosterKeys } from './copy-requests.ts'
import { useSending } from '../shared/use-sending.ts'

const KEYS = ['roster-keys']

const Table = ({ keys, onRevoke }: RosterKeys & { readonly onRevoke: (keyId: string) => void }) => {
  const say = copyMessages.useSay()
  if (keys.length === 0) return <p className="empty">{say('none')}</p>
  return (
    <div className="table-scroll">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{say('name')}</th>
            <th scope="col">{say('madeBy')}</th>
            <th scope="col">{say('lastUsed')}</th>
            <th scope="col">{say('doThis')}</th>
          </tr>
        </thead>
        <tbody>
          {keys.map(({ keyId, name, madeBy, madeAt, lastUsedAt, revokedAt }) => (
            <tr key={keyId}>
              <th scope="row">{name}</th>
              <td>{`${madeBy}, ${formatInstant(madeAt)}`}</td>
              <td>{lastUsedAt === null ? say('never') : formatInstant(lastUsedAt)}</td>
              <td>
                {revokedAt === null ? (
                  <CommandButton onPress={() => onRevoke(keyId)}>{say('revoke')}</CommandButton>
                ) : (
                  say('revoked', { time: formatInstant(revokedAt) })
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** An administrator's: keys of programs that read the roster. */
export const KeysPanel = () => {
  const say = copyMessages.useSay()
  const common = sharedMessages.useSay()
  const client = useQueryClient()
  const found = useQuery({ queryKey: KEYS, queryFn: ({ signal }) => listRosterKeys(signal) })
  const { waiting, problem, run } = useSending()
  const [name, setName] = useState('')
  const [asked, setAsked] = useState(false)
  const [secret, setSecret] = useState<string | null>(null)
  const make = (event: SyntheticEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (name.trim() === '') return
    void run(async () => {
      const made = await makeRosterKey(name.trim())
      setSecret(made.secret)
      setName('')
      setAsked(false)
      client.setQueryData(KEYS, { keys: made.keys })
    })
  }
  const revoke = (keyId: string): void => void run(async () => void client.setQueryData(KEYS, await revokeRosterKey(keyId)))
  return (
    <section aria-labelledby="roster-keys">
      <h2 id="roster-keys">{say('keys')}</h2>
      <p>{say('keysLead', { address: `${location.origin}/api/roster/v1/entries` })}</p>
      {problem === null ? null : <ProblemNotice error={problem} />}
      {found.error === null ? null : <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending ? <Waiting label={common('loading')} /> : null}
      {secret === null ? null : (
        <Notice kind="warning" live title={say('once')}>
          <p>
            {say('secret')}: <code className="secret">{secret}</code>
          </p>
          <CommandButton onPress={() => setSecret(null)}>{say('done')}</CommandButton>
        </Notice>
      )}
      {found.data === undefined ? null : <Table keys={found.data.keys} onRevoke={revoke} />}
      <form onSubmit={make} noValidate>
        <TextField
          name="keyName"
          label={say('name')}
          error={asked && name.trim() === '' ? say('nameMissing') : undefined}
          width="medium"
          autoComplete="off"
          maxLength={80}
          value={name}
          onChange={setName}
        />
        <CommandButton type="submit" busy={waiting}>
          {say('make')}
        </CommandButton>
      </form>
    </section>
  )
}
