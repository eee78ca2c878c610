import { CommandButton, Waiting } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { formatInstant } from '../shared/format-instant.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { usePageTitle } from '../shared/use-page-title.ts'
import { WideTable } from '../shared/wide-table.tsx'
import { listLooks, listProposals, type Looks } from './support-calls.ts'
import { supportMessages } from './support-messages.ts'

const Helpers = ({ looks }: { readonly looks: Looks }) => {
  const say = supportMessages.useSay()
  return (
    <WideTable label={say('helpers')}>
      <table className="plain-table">
        <caption>{say('helpers')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('helper')}</th>
            <th scope="col">{say('office')}</th>
            <th scope="col">{say('lookCount')}</th>
            <th scope="col">{say('onTheLine')}</th>
            <th scope="col">{say('busiestHour', { most: String(looks.perHourMost) })}</th>
          </tr>
        </thead>
        <tbody>
          {looks.helpers.map((one) => (
            <tr key={`${one.staffName}${one.officeName}`}>
              <th scope="row">{one.staffName}</th>
              <td>{one.officeName}</td>
              <td>{one.looks}</td>
              <td>{one.onTheLine}</td>
              <td>{one.busiestHour}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}

const LookList = ({ looks }: { readonly looks: Looks['looks'] }) => {
  const say = supportMessages.useSay()
  return (
    <ul>
      {looks.map(({ at, staffName, reason, reference }) => (
        <li key={`${at}${staffName}`}>
          {formatInstant(at)} – {staffName}: {say(`reason-${reason}`)} {reference}
        </li>
      ))}
    </ul>
  )
}

/** For supervisors: who opened whose story why and how often, and which wordings helpers would change. */
export const StoryLooksPage = ({ onDesk }: { readonly onDesk: () => void }) => {
  const say = supportMessages.useSay()
  usePageTitle(say('looks'))
  const found = useQuery({ queryKey: ['story-looks'], queryFn: ({ signal }) => listLooks(signal) })
  const proposals = useQuery({ queryKey: ['wording-proposals'], queryFn: ({ signal }) => listProposals(signal) })
  const { data } = found
  return (
    <main id="main" className="page account-page desk-page">
      <h1 tabIndex={-1}>{say('looks')}</h1>
      <p>{say('looksLead')}</p>
      {found.isPending ? <Waiting label={say('waiting')} /> : null}
      {found.isError ? <ProblemNotice error={found.error} /> : null}
      {data === undefined ? null : data.looks.length === 0 ? <p>{say('noLooks')}</p> : <Helpers looks={data} />}
      {data === undefined ? null : <LookList looks={data.looks} />}
      <h2>{say('proposals')}</h2>
      {proposals.data === undefined || proposals.data.length === 0 ? <p>{say('noProposals')}</p> : null}
      {(proposals.data ?? []).map(({ code, words, staffName, at }) => (
        <p key={`${code}${at}`}>
          <strong>{code}</strong> – {staffName}, {formatInstant(at)}: {words}
        </p>
      ))}
      <CommandButton onPress={onDesk}>{say('toDesk')}</CommandButton>
    </main>
  )
}
