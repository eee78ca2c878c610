import type { HealthCardAnswer, Me } from '@an-sinh/contract'
import { isCoverageLevel } from '@an-sinh/domain'
import type { QueryClient } from '@tanstack/react-query'
import { todayInVietNam } from '../answers/today.ts'
import { call } from '../api/call.ts'
import type { AnswerTo } from '../api/routes.ts'
import { forgetPerson, notePerson } from '../outbox/current-person.ts'
import { listOfflineCards, openCardStore, saveOfflineCard, wipeOpenCardStore } from './card-store.ts'
import type { HeldCard } from './card-store.ts'
import { setUnlocked } from './unlocked.ts'
import type { CardFace, OfflineCard } from './offline-card.ts'

type Answer = AnswerTo<'GET /api/me/health-card'>

const toFace = (card: HealthCardAnswer): CardFace | null =>
  isCoverageLevel(card.coverageLevel)
    ? {
        healthCardNumber: card.healthCardNumber,
        coverageLevel: card.coverageLevel,
        registeredFacilityCode: card.registeredFacilityCode,
        registeredFacilityName: card.registeredFacilityName,
        areaCode: card.areaCode,
        validFrom: card.validFrom,
        validTo: card.validTo,
        continuousSince: card.continuousSince,
        issuedOn: card.issuedOn,
        issuingOfficeName: card.issuingOfficeName,
        isChildCard: card.participantGroup === 'TE',
      }
    : null

/** The part of the register's answer that a phone may keep. */
export const toOfflineCard = (answer: Answer): OfflineCard => ({
  shape: 1,
  insuranceNumber: answer.insuranceNumber,
  fullName: answer.fullName,
  bornOn: answer.bornOn,
  sex: answer.sex,
  faces: [answer.card, answer.nextCard].flatMap((card) => (card === null ? [] : (toFace(card) ?? []))),
})

/** Opens the person's store where the browser keeps anything at all. */
export const openOwnStore = async ({ insuranceNumber, personTag }: Me): Promise<void> => {
  await openCardStore(insuranceNumber).catch(() => undefined)
  await notePerson(personTag).catch(() => undefined)
}

const keep = async (me: Me, answer: Answer): Promise<void> => {
  // Another tab signed in somebody else between the two answers: neither is kept.
  if (answer.insuranceNumber !== me.insuranceNumber) return
  try {
    await saveOfflineCard(me.insuranceNumber, toOfflineCard(answer))
  } catch {
    // Without storage (a private window) the card is shown as long as the page is open.
  }
}

/** Who is signed in; from now on theirs is the open store. */
export const fetchMe = async (): Promise<Me> => {
  const me = await call('GET /api/me', {})
  await openOwnStore(me)
  return me
}

/** Asks the register for the signed-in person's card and seals it for the days without a network. */
export const fetchOwnCard = async (queryClient: QueryClient): Promise<HeldCard> => {
  // Not through the query of "me": a page that waits for it would start over, and with it this question, as long as the server is in trouble.
  const known = queryClient.getQueryData<Me>(['me'])
  const me = known ?? (await fetchMe())
  if (known === undefined) queryClient.setQueryData(['me'], me)
  const answer = await call('GET /api/me/health-card', { query: {} })
  await keep(me, answer)
  return { tag: 'own', isOwn: true, savedAt: Date.now(), card: toOfflineCard(answer) }
}

/** What is kept and may still be seen; nothing where the browser keeps nothing. */
export const listHeldCards = async (): Promise<HeldCard[]> => {
  try {
    const today = todayInVietNam()
    return (await listOfflineCards()).filter(({ card }) => card?.child === undefined || today <= card.child.lastOn)
  } catch {
    return []
  }
}

/** Signing out: nothing of the person's cards stays on the device. */
export const forgetCards = async (): Promise<void> => {
  setUnlocked(false)
  // Where the browser keeps nothing there is nothing to forget.
  await wipeOpenCardStore().catch(() => undefined)
  await forgetPerson().catch(() => undefined)
}
