import type { CounterCode } from '@an-sinh/contract'
import { CommandButton, Facts, Notice } from '@an-sinh/ui'
import { formatInstant } from '../shared/format-instant.ts'
import { accountMessages } from './account-messages.ts'

/** The slip that is handed over: on the screen and, by the browser's own printing, on paper. The number itself does not stand on it. */
export const CodeSlip = ({ code, onDone }: { readonly code: CounterCode; readonly onDone: () => void }) => {
  const say = accountMessages.useSay()
  return (
    <>
      <div className="screen-only">
        <Notice kind="warning" live title={say('once')} />
      </div>
      <section className="slip" aria-labelledby="slip-title">
        <h2 id="slip-title">{say('receiptTitle')}</h2>
        <p className="slip-code">
          <span className="visually-hidden">{say('code')}: </span>
          {code.code}
        </p>
        <Facts
          facts={[
            { label: say('holder'), value: `${code.fullName}, ${say('numberEnds', { hint: `…${code.numberHint}` })}` },
            { label: say('until'), value: formatInstant(code.expiresAt) },
            { label: say('issuedAt'), value: formatInstant(code.issuedAt) },
            { label: say('office'), value: code.officeName },
            { label: say('clerk'), value: code.clerkName },
          ]}
        />
        <ol>
          <li>{say('step-1')}</li>
          <li>{say('step-2')}</li>
          <li>{say('step-3')}</li>
        </ol>
        <p>
          <strong>{say('keep')}</strong>
        </p>
      </section>
      <p className="screen-only">{say('told')}</p>
      <div className="button-row screen-only">
        <CommandButton kind="main" icon="print" onPress={() => window.print()}>
          {say('print')}
        </CommandButton>
        <CommandButton onPress={onDone}>{say('done')}</CommandButton>
      </div>
    </>
  )
}
