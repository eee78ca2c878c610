import type { Registration } from '@an-sinh/contract'
import { formatInstant, useLanguage, useTexts } from '@an-sinh/ui'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { call } from '../shared/api/call.ts'
import { Loaded } from '../shared/page/loaded.tsx'
import { Page } from '../shared/page/page.tsx'
import { TEXTS } from './texts.ts'

const Row = ({ registration }: { readonly registration: Registration }): ReactNode => {
  const text = useTexts(TEXTS)
  const { language } = useLanguage()
  const { fileNumber, submittedAt, reads, registrationId } = registration
  return (
    <li className="panel">
      <p>
        <strong>{fileNumber ?? text('list-draft')}</strong>
      </p>
      <p>{reads[language]}</p>
      {submittedAt === null ? null : (
        <p className="quiet">
          {text('submittedAt')} {formatInstant(submittedAt, language)}
        </p>
      )}
      <p>
        <Link href={`/ho-so/${registrationId}`} className="back-link">
          {text('list-open', { fileNumber: fileNumber ?? '' })}
        </Link>
      </p>
    </li>
  )
}

/** Registrations that this browser may open. */
export const OwnListPage = (): ReactNode => {
  const text = useTexts(TEXTS)
  const query = useQuery({
    queryKey: ['registrations'],
    queryFn: async () => (await call('GET /api/registrations', {})).registrations,
    staleTime: 0,
  })
  return (
    <Page title={text('list-title')}>
      <p>{text('list-lead')}</p>
      <Loaded query={query}>
        {(registrations) =>
          registrations.length === 0 ? (
            <p>{text('list-none')}</p>
          ) : (
            <ul className="link-list">
              {registrations.map((registration) => (
                <Row key={registration.registrationId} registration={registration} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <div className="button-row">
        <Link href="/to-khai" className="button button-second">
          {text('list-other')}
        </Link>
        <Link href="/dang-ky" className="button button-second">
          {text('list-new')}
        </Link>
      </div>
    </Page>
  )
}
