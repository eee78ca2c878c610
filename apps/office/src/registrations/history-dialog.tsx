import type { Case } from '@an-sinh/contract'
import { CommandButton, useLanguage } from '@an-sinh/ui'
import { StateLabel } from '../shared/case-labels.tsx'
import { Dialog } from '../shared/dialog.tsx'
import { formatInstant } from '../shared/format-instant.ts'
import { sharedMessages } from '../shared/shared-messages.ts'
import { registrationMessages } from './registration-messages.ts'

/** Every step of the case, the newest first. */
export const HistoryDialog = ({ shown, onClose }: { readonly shown: Case; readonly onClose: () => void }) => {
  const say = registrationMessages.useSay()
  const common = sharedMessages.useSay()
  const { language } = useLanguage()
  const moveName = (move: string): string => {
    const key = `move-${move}`
    return registrationMessages.has(key) ? say(key) : move
  }
  const reasonName = (code: string): string => shown.reasons.find((reason) => reason.code === code)?.clerkText[language] ?? code
  return (
    <Dialog title={say('historyTitle')} onClose={onClose} wide keys={{ h: onClose }}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a wide table is scrolled by the arrow keys */}
      <section className="table-scroll" aria-label={say('historyTitle')} tabIndex={0}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{say('at')}</th>
              <th scope="col">{say('move')}</th>
              <th scope="col">{say('toState')}</th>
              <th scope="col">{say('by')}</th>
              <th scope="col">{say('reasonsColumn')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.history
              .toSorted((first, second) => first.at.localeCompare(second.at))
              .toReversed()
              .map((step) => (
                <tr key={`${step.at}${step.move}`}>
                  <td>{formatInstant(step.at)}</td>
                  <td>{moveName(step.move)}</td>
                  <td>
                    <StateLabel state={step.toState} />
                  </td>
                  <td>{step.by}</td>
                  <td>{step.reasonCodes.map(reasonName).join('; ')}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </section>
      <CommandButton kind="main" onPress={onClose} keyHint="Escape">
        {common('close')}
      </CommandButton>
    </Dialog>
  )
}
