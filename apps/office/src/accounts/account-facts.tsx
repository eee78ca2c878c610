import type { AccountDesk } from '@an-sinh/contract'
import { Facts, Notice, useLanguage } from '@an-sinh/ui'
import { formatCivilDate, formatInstant } from '../shared/format-instant.ts'
import { accountMessages } from './account-messages.ts'

/** What is compared with the document in the hand, and how the account stands. */
export const AccountFacts = ({ desk }: { readonly desk: AccountDesk }) => {
  const say = accountMessages.useSay()
  const { language } = useLanguage()
  const { account } = desk
  const change = account?.phoneChange ?? null
  const waits = change?.appliesAt ?? null
  return (
    <section aria-labelledby="account-person">
      <h2 id="account-person">{say('person')}</h2>
      <Facts
        facts={[
          { label: say('fullName'), value: desk.fullName },
          { label: say('bornOn'), value: desk.bornOn === null ? null : formatCivilDate(desk.bornOn) },
          { label: say('sex'), value: desk.sex === null ? null : say(desk.sex) },
          { label: say('insuranceNumber'), value: desk.insuranceNumber },
          { label: say('nationalId'), value: desk.nationalId },
          { label: say('state'), value: desk.stateSentence[language] },
          { label: say('phone'), value: account?.phoneMasked },
          { label: say('email'), value: account?.emailMasked },
          { label: say('openedAt'), value: account === null ? null : formatInstant(account.openedAt) },
        ]}
      />
      {desk.mayIssue ? null : (
        <Notice kind="warning" title={desk.stateSentence[language]}>
          <p>{desk.nextStep[language]}</p>
        </Notice>
      )}
      {change === null || waits === null ? null : (
        <Notice kind="warning" title={say('phoneWaits', { phone: change.newMasked, at: formatInstant(waits) })} />
      )}
    </section>
  )
}
