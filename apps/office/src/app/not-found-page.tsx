import { Link } from '@tanstack/react-router'
import { LocalErrorId } from '../shared/local-error-id.tsx'
import { appMessages } from './app-messages.ts'

export const NotFoundPage = () => {
  const say = appMessages.useSay()
  return (
    <main id="main" className="page">
      <h1>{say('notFoundTitle')}</h1>
      <p>{say('notFound')}</p>
      <LocalErrorId kind="page-not-found" />
      <Link to="/" className="button button-main">
        {say('toQueue')}
      </Link>
    </main>
  )
}
