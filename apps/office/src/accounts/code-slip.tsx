import type { CounterCode } from '@an-sinh/contract'
import { CommandButton, Facts, Notice } from '@an-sinh/ui'
import { formatInstant } from '../shared/format-instant.ts'
import { ProblemNotice } from '../shared/problem-notice.tsx'
import { accountMessages } from './account-messages.ts'
import { fetchSlip } from './account-requests.ts'
import { useSending } from '../shared/use-sending.ts'

/** Until the other window has read it. */
const OPEN_MS = 60_000

/** The slip that is handed over: on the screen and, by the browser's own printing, on paper. The number itself does not stand on it. */
export const CodeSlip = ({
  code,
  number,
  onDone,
}: {
  readonly code: CounterCode
  readonly number: string
  readonly onDone: () => void
}) => {
  const say = accountMessages.useSay()
  const { waiting, problem, run } = useSending()
  const openPdf = (): void =>
    void run(async () => {
      const address = URL.createObjectURL(await fetchSlip(number, code.code))
      window.open(address, '_blank', 'noopener')
      setTimeout(() => URL.revokeObjectURL(address), OPEN_MS)
    })
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
      {problem === null ? null : <ProblemNotice error={problem} />}
      <p className="screen-only">{say('told')}</p>
      <div className="button-row screen-only">
        <CommandButton kind="main" icon="print" onPress={() => window.print()}>
          {say('print')}
        </CommandButton>
        <CommandButton busy={waiting} onPress={openPdf}>
          {say('pdf')}
        </CommandButton>
        <CommandButton onPress={onDone}>{say('done')}</CommandButton>
      </div>
    </>
  )
}
