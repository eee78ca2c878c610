import { formatHealthCardQr } from '@an-sinh/domain'
import { useQuery } from '@tanstack/react-query'
import type { CardFace, OfflineCard } from '../shared/offline-cards/index.ts'

/** The drawing as an address for an `img`. The coder is loaded only when a code is wanted. */
const drawQr = async (card: OfflineCard, face: CardFace): Promise<string> => {
  const { renderSVG } = await import('uqr')
  const content = formatHealthCardQr({ ...face, ...card, managingCode: null, guardianName: null })
  return `data:image/svg+xml,${encodeURIComponent(renderSVG(content, { ecc: 'M', border: 4 }))}`
}

export const useCardQr = (card: OfflineCard, face: CardFace): string | null =>
  useQuery({
    queryKey: ['me', 'card-qr', face.healthCardNumber, face.validFrom, card.insuranceNumber],
    queryFn: async () => drawQr(card, face),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  }).data ?? null
