import type { OfficerSlip } from '@an-sinh/contract'
import { CommandButton, Facts, Notice } from '@an-sinh/ui'
import { formatInstant } from '../shared/format-instant.ts'
import { employerAccountMessages } from './employer-account-messages.ts'

/** Shown once, printed by the browser: user name and code for the officer's own hands. */
export const Slip = ({ slip, onDone }: { readonly slip: OfficerSlip; readonly onDone: () => void }) => {
  const say = employerAccountMessages.useSay()
  return (
    <>
      <div className="screen-only">
        <Notice kind="warning" live title={say('once')} />
      </div>
      <section className="slip" aria-labelledby="slip-title">
        <h2 id="slip-title">{say('slipTitle')}</h2>
        <p className="slip-code">
          <span className="visually-hidden">{say('code')}: </span>
          {slip.code}
        </p>
        <Facts
          facts={[
            { label: say('holder'), value: slip.fullName },
            { label: say('name'), value: slip.userName },
            { label: say('validUntil'), value: formatInstant(slip.codeUntil) },
          ]}
        />
        <p>{say('slipHow')}</p>
      </section>
      <div className="button-row screen-only">
        <CommandButton kind="main" icon="print" onPress={() => window.print()}>
          {say('print')}
        </CommandButton>
        <CommandButton onPress={onDone}>{say('done')}</CommandButton>
      </div>
    </>
  )
}
