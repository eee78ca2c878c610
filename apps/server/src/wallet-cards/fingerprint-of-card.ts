import { listCardsOf, toCardAnswer } from '../cards/index.ts'
import type { Keyring } from '../platform/keyring.ts'
import type { Platform } from '../platform/platform.ts'

/** Of everything that a printed card says of its holder; null where nothing would be printed. */
export function sealCard(
  keyring: Keyring,
  { insuranceNumber, fullName, bornOn, sex, card }: ReturnType<typeof toCardAnswer>,
): string | null {
  if (card === null) return null
  const { healthCardNumber, coverageLevel, registeredFacilityCode, areaCode, validFrom, validTo, continuousSince } = card
  const said = [
    insuranceNumber,
    fullName,
    bornOn,
    sex,
    healthCardNumber,
    coverageLevel,
    registeredFacilityCode,
    areaCode,
    validFrom,
    validTo,
  ]
  return keyring.hmac('statement', `printed-card/${JSON.stringify([...said, continuousSince])}`).toString('base64')
}

/** What a card printed now would say, as a fingerprint; null for somebody without a card, and for nobody. */
export async function fingerprintOfCard({ sql, keyring }: Platform, personId: number): Promise<string | null> {
  const [first, ...others] = await listCardsOf(sql, personId)
  return first === undefined ? null : sealCard(keyring, toCardAnswer([first, ...others]))
}
