import type { RosterImport } from '@an-sinh/contract'
import { ROSTER_COLUMNS } from '@an-sinh/domain'
import { CommandButton, Notice, useLanguage, Waiting } from '@an-sinh/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { rosterMessages } from './roster-messages.ts'
import { chooseHeadings, getHeadings, type RosterHeading } from './roster-requests.ts'

type Chosen = Readonly<Record<string, string>>

const Row = ({
  heading,
  value,
  onChange,
}: {
  readonly heading: RosterHeading
  readonly value: string
  readonly onChange: (column: string) => void
}) => {
  const say = rosterMessages.useSay()
  const { language } = useLanguage()
  return (
    <tr>
      <th scope="row">{heading.heading}</th>
      <td>{heading.values.filter((example) => example !== '').join(' · ')}</td>
      <td>
        <select
          className="box"
          aria-label={say('meaningOf', { heading: heading.heading })}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          <option value="">{say('notRead')}</option>
          {ROSTER_COLUMNS.map(({ name, title }) => (
            <option key={name} value={name}>
              {title[language]}
            </option>
          ))}
        </select>
      </td>
    </tr>
  )
}

const Table = ({ headings, shown }: { readonly headings: readonly RosterHeading[]; readonly shown: RosterImport }) => {
  const say = rosterMessages.useSay()
  const client = useQueryClient()
  const [chosen, setChosen] = useState<Chosen>(Object.fromEntries(headings.map(({ heading, column }) => [heading, column ?? ''])))
  const meant = Object.values(chosen).filter((column) => column !== '')
  const doubled = new Set(meant).size !== meant.length
  const changed = headings.some(({ heading, column }) => (chosen[heading] ?? '') !== (column ?? ''))
  const save = useMutation({
    mutationFn: () =>
      chooseHeadings(
        shown.importId,
        Object.entries(chosen).map(([heading, column]) => ({ heading, column: column === '' ? null : column })),
      ),
    onSuccess: (after) => client.setQueryData(['roster-file', shown.importId], after),
  })
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a wide table is scrolled by the keyboard too */}
      <section className="table-scroll" tabIndex={0} aria-label={say('mapping')}>
        <table className="plain-table roster-mapping">
          <thead>
            <tr>
              <th scope="col">{say('heading')}</th>
              <th scope="col">{say('firstValues')}</th>
              <th scope="col">{say('meaning')}</th>
            </tr>
          </thead>
          <tbody>
            {headings.map((heading) => (
              <Row
                key={heading.heading}
                heading={heading}
                value={chosen[heading.heading] ?? ''}
                onChange={(column) => setChosen({ ...chosen, [heading.heading]: column })}
              />
            ))}
          </tbody>
        </table>
      </section>
      {doubled ? <Notice kind="warning" live title={say('doubled')} /> : null}
      {save.error === null ? null : <ProblemNotice error={save.error} />}
      {doubled || !changed ? null : (
        <CommandButton onPress={() => save.mutate()} busy={save.isPending}>
          {say('saveMapping')}
        </CommandButton>
      )}
    </>
  )
}

/** What each column of the file was taken for; a change reads the file again and is remembered for the next one. */
export const RosterMapping = ({ shown }: { readonly shown: RosterImport }) => {
  const say = rosterMessages.useSay()
  const common = sharedMessages.useSay()
  const [open, setOpen] = useState(shown.refusal?.code === 'import-header')
  const found = useQuery({
    queryKey: ['roster-file', shown.importId, 'headings', shown.previewedAt],
    queryFn: () => getHeadings(shown.importId),
    enabled: open,
  })
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('mappingSummary', { columns: shown.mapping.map(({ heading }) => heading).join(' · ') })}</summary>
      <p>{say('mappingText')}</p>
      {found.error === null ? null : <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {open && found.isPending ? <Waiting label={common('loading')} /> : null}
      {found.data === undefined ? null : <Table headings={found.data} shown={shown} />}
    </details>
  )
}
