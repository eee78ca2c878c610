import type { RolloutPeople } from '@an-sinh/contract'
import { ROLLOUT_HELP, ROLLOUT_HELP_REASONS, ROLLOUT_STATE_NAMES, ROLLOUT_STATES } from '@an-sinh/domain'
import { CommandButton, TextField, useLanguage, Waiting } from '@an-sinh/ui'
import { useInfiniteQuery } from '@tanstack/react-query'
import { type SyntheticEvent, useState } from 'react'
import { formatInstant } from '../shared/format-instant.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { rolloutMessages } from './rollout-messages.ts'
import { listRolloutPeople } from './rollout-requests.ts'
import { SelectField } from '../shared/select-field.tsx'
import { WideTable } from '../shared/wide-table.tsx'

type Person = RolloutPeople['people'][number]

const Missing = ({ person: { helpReason, missing } }: { readonly person: Person }) => {
  const say = rolloutMessages.useSay()
  const { language } = useLanguage()
  const reason = ROLLOUT_HELP_REASONS.find((one) => one === helpReason)
  if (reason === undefined) return <>–</>
  if (missing.length === 0) return <>{ROLLOUT_HELP[reason][language]}</>
  return <>{say('missing', { what: missing.map((one) => one[language]).join(' ') })}</>
}

const PeopleTable = ({ people }: { readonly people: readonly Person[] }) => {
  const say = rolloutMessages.useSay()
  const { language } = useLanguage()
  return (
    <WideTable label={say('people')}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{say('name')}</th>
            <th scope="col">{say('number')}</th>
            <th scope="col">{say('department')}</th>
            <th scope="col">{say('state')}</th>
            <th scope="col">{say('whatIsMissing')}</th>
            <th scope="col">{say('since')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.entryId}>
              <th scope="row">{person.fullName}</th>
              <td>{person.employeeNumber ?? '–'}</td>
              <td>{[person.department, person.shift].filter((part) => part !== '').join(', ') || '–'}</td>
              <td>{ROLLOUT_STATES[person.state][language]}</td>
              <td>
                <Missing person={person} />
              </td>
              <td>{formatInstant(person.since)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}

const Search = ({ onSearch }: { readonly onSearch: (text: string) => void }) => {
  const say = rolloutMessages.useSay()
  const [text, setText] = useState('')
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    onSearch(text.trim())
  }
  return (
    <search>
      <form onSubmit={submit}>
        <TextField name="rollout-search" label={say('search')} hint={say('searchHint')} value={text} onChange={setText} />
        <CommandButton type="submit">{say('searchButton')}</CommandButton>
      </form>
    </search>
  )
}

/** Names with their state: what the law lets an employer see, and no more. */
export const PeopleList = ({ departments }: { readonly departments: readonly string[] }) => {
  const say = rolloutMessages.useSay()
  const common = sharedMessages.useSay()
  const { language } = useLanguage()
  const [state, setState] = useState('')
  const [at, setAt] = useState('*')
  const [search, setSearch] = useState('')
  const query = { ...(state === '' ? {} : { state }), ...(at === '*' ? {} : { department: at }), ...(search === '' ? {} : { search }) }
  const found = useInfiniteQuery({
    queryKey: ['rollout', 'people', query],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => listRolloutPeople(pageParam === '' ? query : { ...query, after: pageParam }, signal),
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  const pages = found.data?.pages ?? []
  const people = pages.flatMap((page) => page.people)
  const [first] = pages
  return (
    <section>
      <h2>{say('people')}</h2>
      <p className="quiet">{say('privacy')}</p>
      <div className="filters">
        <SelectField
          name="rollout-state"
          label={say('state')}
          value={state}
          options={[['', say('anyState')], ...ROLLOUT_STATE_NAMES.map((one): [string, string] => [one, ROLLOUT_STATES[one][language]])]}
          onChange={setState}
        />
        <SelectField
          name="rollout-department"
          label={say('department')}
          value={at}
          options={[
            ['*', say('anyDepartment')],
            ...departments.map((one): [string, string] => [one, one === '' ? say('noDepartment') : one]),
          ]}
          onChange={setAt}
        />
      </div>
      <Search onSearch={setSearch} />
      {found.error === null ? null : <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending ? <Waiting label={common('loading')} /> : null}
      {first === undefined ? null : (
        <>
          <output className="after-form">
            {say('shown', { shown: people.length, total: first.total, time: formatInstant(first.asOf) })}
          </output>
          {people.length === 0 ? <p className="empty">{say('nobody')}</p> : <PeopleTable people={people} />}
          {found.hasNextPage ? (
            <CommandButton busy={found.isFetchingNextPage} onPress={() => void found.fetchNextPage()}>
              {say('more')}
            </CommandButton>
          ) : null}
        </>
      )}
    </section>
  )
}
