import { CommandButton, Facts, Notice } from '@an-sinh/ui'
import { formatInstant } from '../shared/format-instant.ts'
import { preparedDraftMessages } from './prepared-draft-messages.ts'
import type { MadeSlips } from './prepared-draft-requests.ts'

/** One slip a person, shown once, cut apart after printing. */
export const DraftSlips = ({ made: { slips, skipped }, onDone }: { readonly made: MadeSlips; readonly onDone: () => void }) => {
  const say = preparedDraftMessages.useSay()
  return (
    <>
      <div className="screen-only">
        <Notice kind="warning" live title={say('once')}>
          {skipped === 0 ? null : <p>{say('skipped', { count: skipped })}</p>}
        </Notice>
        <div className="button-row">
          <CommandButton kind="main" icon="print" onPress={() => window.print()}>
            {say('print')}
          </CommandButton>
          <CommandButton onPress={onDone}>{say('done')}</CommandButton>
        </div>
      </div>
      <h2 className="screen-only">{say('slips')}</h2>
      {slips.map((slip) => (
        <section key={slip.entryId} className="slip" aria-label={slip.fullName}>
          <h3>{slip.fullName}</h3>
          <p className="slip-code">
            <span className="visually-hidden">{say('code')}: </span>
            {slip.code}
          </p>
          <Facts
            facts={[
              { label: say('department'), value: slip.department },
              { label: say('until'), value: formatInstant(slip.expiresAt) },
            ]}
          />
          <p>{say('how')}</p>
        </section>
      ))}
    </>
  )
}
