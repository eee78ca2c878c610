import { useParams, useRouter } from '@tanstack/react-router'
import { DependantCasePage } from './dependant-case-page.tsx'
import { DependantQueuePage } from './dependant-queue-page.tsx'

/** The list opens a case, and the case leads back to the list. */
export const DependantQueueScreen = () => {
  const { navigate } = useRouter()
  return <DependantQueuePage onOpen={(requestId) => void navigate({ to: '/tre-phu-thuoc/$requestId', params: { requestId } })} />
}

export const DependantCaseScreen = () => {
  const { requestId = '' } = useParams({ strict: false })
  const { navigate } = useRouter()
  return <DependantCasePage key={requestId} requestId={requestId} onBack={() => void navigate({ to: '/tre-phu-thuoc' })} />
}
