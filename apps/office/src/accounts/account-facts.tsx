import type { CounterAccount } from '@an-sinh/contract'
import { Facts, Notice, useLanguage } from '@an-sinh/ui'
import { formatCivilDate } from '../shared/format-instant.ts'
import { accountMessages } from './account-messages.ts'

/** What is compared with the document in the hand, and how the account stands. */
export const AccountFacts = ({ account }: { readonly account: CounterAccount }) => {
  const say = accountMessages.useSay()
  const { language } = useLanguage()
  return (
    <section aria-labelledby="account-person">
      <h2 id="account-person">{say('person')}</h2>
      <Facts
        facts={[
          { label: say('fullName'), value: account.fullName },
          { label: say('bornOn'), value: formatCivilDate(account.bornOn) },
          { label: say('sex'), value: say(account.sex) },
          { label: say('insuranceNumber'), value: account.insuranceNumber },
          { label: say('nationalId'), value: account.nationalId },
          { label: say('phone'), value: account.phoneMasked },
          { label: say('state'), value: account.stateSentence[language] },
        ]}
      />
      {account.mayIssue ? null : (
        <Notice kind="warning" live title={account.stateSentence[language]}>
          <p>{account.nextStep[language]}</p>
        </Notice>
      )}
    </section>
  )
}
