import { useRouter } from '@tanstack/react-router'
import { PaperSearch, sendAttachment } from '../../papers/index.tsx'
import { useScannedCard } from '../../shared/scanned-card.ts'
import { NewcomerPage, WaitingPage } from '../../walk-ins/index.tsx'
import { useGo } from '../use-go.ts'

/** Somebody without a code is looked for; the archive's boxes below. */
export const WaitingScreen = () => {
  const { navigate } = useRouter()
  const { toCase, toCaseOfCard } = useGo()
  const scanned = useScannedCard()
  return (
    <WaitingPage
      key={scanned?.scan ?? 'typed'}
      card={scanned?.card ?? null}
      onOpen={toCaseOfCard}
      onNew={() => void navigate({ to: '/tai-quay/lap-ho-so' })}
      archive={<PaperSearch onOpen={toCase} />}
    />
  )
}

/** The chip's portrait, where a reader gave one, belongs to the registration that is made from it. A failure is told by its absence. */
const keepPortrait = async (registrationId: string, portrait: Blob | null | undefined): Promise<void> => {
  if (portrait !== null && portrait !== undefined)
    await sendAttachment(registrationId, { kind: 'portrait', picture: portrait }).catch(() => undefined)
}

/** Somebody without a registration. */
export const NewcomerScreen = () => {
  const { navigate } = useRouter()
  const { toCase } = useGo()
  const scanned = useScannedCard()
  const card = scanned?.card ?? null
  return (
    <NewcomerPage
      key={scanned?.scan ?? 'typed'}
      card={card}
      onOpen={toCase}
      onMade={(registrationId) => keepPortrait(registrationId, card?.portrait)}
      onBack={() => void navigate({ to: '/tai-quay' })}
    />
  )
}
