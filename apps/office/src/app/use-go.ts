import { useRouter } from '@tanstack/react-router'
import type { QueueName } from '../queues/index.tsx'
import { keepScannedCard, type ScannedCard } from '../shared/scanned-card.ts'

/** The ways between the desks. */
export const useGo = () => {
  const { navigate } = useRouter()
  return {
    toReview: (registrationId: string): void => void navigate({ to: '/xet-nghi-van/$registrationId', params: { registrationId } }),
    toSuspects: (): void => void navigate({ to: '/xet-nghi-van' }),
    /** A card that was scanned before belonged to somebody else. */
    toCase: (registrationId: string): void => {
      keepScannedCard(null)
      void navigate({ to: '/ho-so/$registrationId', params: { registrationId } })
    },
    /** The card in the clerk's hand led here: it stays beside the case. */
    toCaseOfCard: (registrationId: string): void => void navigate({ to: '/ho-so/$registrationId', params: { registrationId } }),
    toQueue: (queue: QueueName): void => void navigate({ to: '/hang-cho/$queue', params: { queue } }),
    /** An employer's cover sheet opens its batch. @throws the server's refusal when there is none of this code */
    toCover: async (code: string): Promise<void> => {
      const { findBatch } = await import('../batches/index.tsx')
      const { batchId } = await findBatch(code)
      await navigate({ to: '/bang-ke/$batchId', params: { batchId } })
    },
    toRequest: (requestId: string): void => void navigate({ to: '/yeu-cau/$requestId', params: { requestId } }),
    toWaiting: (card: ScannedCard | null): void => {
      keepScannedCard(card)
      void navigate({ to: '/tai-quay' })
    },
    toImports: (): void => void navigate({ to: '/nhap-du-lieu' }),
    toImport: (importId: string): void => void navigate({ to: '/nhap-du-lieu/$importId', params: { importId } }),
  }
}
