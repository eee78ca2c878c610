import '@an-sinh/ui/styles.css'
import './shell.css'
import './queues.css'
import './decision.css'
import './photos.css'
import './case.css'
import './accounts.css'
import './imports.css'
import './requests.css'
import './fraud.css'
import './walk-ins.css'
import './desk-tools.css'
import './campaigns.css'
import './support.css'
import './content-desk.css'
import { LanguageProvider } from '@an-sinh/ui'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { problemCode } from '../shared/api-problem.ts'
import { App } from './app.tsx'

const RETRIES = 2

/** A lost connection is tried again; what the server refused is shown at once. */
const makeClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 5000,
        retry: (count, error) => count < RETRIES && ['unreachable', 'unavailable', 'overloaded'].includes(problemCode(error)),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })

export function startApp(root: HTMLElement | null): void {
  if (root === null) throw new Error('the page has no #root')
  createRoot(root).render(
    <StrictMode>
      <LanguageProvider>
        <QueryClientProvider client={makeClient()}>
          <App />
        </QueryClientProvider>
      </LanguageProvider>
    </StrictMode>,
  )
}
