import { useParams, useRouter } from '@tanstack/react-router'
import { BatchesPage, BatchPage } from '../../batches/index.tsx'

/** The list, and one batch under its own address: what is half done is opened again there. */
export const BatchesScreen = () => {
  const { navigate } = useRouter()
  return <BatchesPage onOpen={(batchId) => void navigate({ to: '/bang-ke/$batchId', params: { batchId } })} />
}

export const BatchScreen = () => {
  const { batchId } = useParams({ from: '/bang-ke/$batchId' })
  const { navigate } = useRouter()
  return <BatchPage key={batchId} batchId={batchId} onBack={() => void navigate({ to: '/bang-ke' })} />
}
