import { Notice, Waiting } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import { formatInstant } from '../shared/format-instant.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { sharedMessages } from '../shared/shared-messages.ts'
import { usePageTitle } from '../shared/use-page-title.ts'
import { officerMessages } from './officer-messages.ts'
import { type EmployerHome, getEmployerHome } from './officer-requests.ts'

const People = ({ home }: { readonly home: EmployerHome }) => {
  const say = officerMessages.useSay()
  return (
    <section className="panel" aria-labelledby="home-people">
      <h2 id="home-people">{say('people')}</h2>
      {home.people === 0 ? <p>{say('nobodyYet')}</p> : <p className="figure">{home.people}</p>}
      <dl className="facts">
        {home.states.map(({ state, people }) => (
          <div key={state} className="fact">
            <dt>{officerMessages.has(`state-${state}`) ? say(`state-${state}` as 'state-registered') : state}</dt>
            <dd>{people}</dd>
          </div>
        ))}
      </dl>
      <p className="small">{say('asOf', { time: formatInstant(home.asOf) })}</p>
    </section>
  )
}

const Facts = ({ home: { employer, office } }: { readonly home: EmployerHome }) => {
  const say = officerMessages.useSay()
  return (
    <section className="panel" aria-labelledby="home-employer">
      <h2 id="home-employer">{employer.name}</h2>
      <dl className="facts">
        <div className="fact">
          <dt>{say('code')}</dt>
          <dd>{employer.code}</dd>
        </div>
        <div className="fact">
          <dt>{say('address')}</dt>
          <dd>{employer.address}</dd>
        </div>
        <div className="fact">
          <dt>{say('office')}</dt>
          <dd>
            {office.name}, {office.address}
          </dd>
        </div>
        {office.phone === null ? null : (
          <div className="fact">
            <dt>{say('phone')}</dt>
            <dd>{office.phone}</dd>
          </div>
        )}
      </dl>
    </section>
  )
}

/** What became part of this employer of late, and what its people have to be asked anew. */
const Mergers = ({ home: { mergers } }: { readonly home: EmployerHome }) => {
  const say = officerMessages.useSay()
  return mergers.map(({ name, settledAt, moved, united, consentsEnded }) => (
    <Notice key={`${name} ${settledAt}`} kind="info" title={say('mergedTitle', { name })}>
      <p>{say('mergedText', { time: formatInstant(settledAt), moved: String(moved), united: String(united) })}</p>
      {consentsEnded === 0 ? null : <p>{say('mergedConsents', { count: String(consentsEnded) })}</p>}
    </Notice>
  ))
}

/** Whose area this is, which office it belongs to, and how many people stand where. */
export const EmployerHomePage = () => {
  const say = officerMessages.useSay()
  const common = sharedMessages.useSay()
  usePageTitle(say('homeTitle'))
  const { data, error, refetch } = useQuery({ queryKey: ['employer-home'], queryFn: ({ signal }) => getEmployerHome(signal) })
  return (
    <main id="main" className="page">
      <h1 tabIndex={-1}>{say('homeTitle')}</h1>
      {error === null ? null : <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined ? (
        error === null ? (
          <Waiting label={common('loading')} />
        ) : null
      ) : (
        <>
          <Mergers home={data} />
          <div className="tiles">
            <Facts home={data} />
            <People home={data} />
          </div>
          <p className="quiet">{say('privacy')}</p>
        </>
      )}
    </main>
  )
}
