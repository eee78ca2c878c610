import type { Consent } from '@an-sinh/contract'
import { CONSENT_PURPOSES, currentConsentText, findConsentText, isConsentStanding } from '@an-sinh/domain'
import type { ConsentRow } from './consent-queries.ts'

/** Every purpose, asked or not, with what the person decided, newest first. */
export const toConsentsAnswer = (rows: readonly ConsentRow[]): { consents: Consent[] } => ({
  consents: CONSENT_PURPOSES.map((purpose) => {
    const own = rows.filter((row) => row.purpose === purpose)
    const { version, title, text } = currentConsentText(purpose)
    return {
      purpose,
      textVersion: version,
      title,
      text,
      stands: isConsentStanding(purpose, own.at(-1) ?? null),
      decisions: own
        .map(({ decision, textVersion, at }) => ({
          decision,
          textVersion,
          text: findConsentText(purpose, textVersion)?.text ?? null,
          at: at.toISOString(),
        }))
        .toReversed(),
    }
  }),
})
