import { useParams, useRouter } from '@tanstack/react-router'
import { DataRequestCasePage } from './data-request-case-page.tsx'
import { DataRequestQueuePage } from './data-request-queue-page.tsx'

/** The list opens a case, and the case leads back to the list. */
export const DataRequestQueueScreen = () => {
  const { navigate } = useRouter()
  return <DataRequestQueuePage onOpen={(requestId) => void navigate({ to: '/yeu-cau-du-lieu/$requestId', params: { requestId } })} />
}

export const DataRequestCaseScreen = () => {
  const { requestId = '' } = useParams({ strict: false })
  const { navigate } = useRouter()
  return <DataRequestCasePage key={requestId} requestId={requestId} onBack={() => void navigate({ to: '/yeu-cau-du-lieu' })} />
}
