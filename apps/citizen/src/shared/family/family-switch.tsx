import { Button, ConfirmDialog, useTexts } from '@an-sinh/ui'
import { type ReactNode, useState } from 'react'
import { FailureNotice } from '../page/failure-notice.tsx'
import { useAction } from '../page/use-action.ts'
import type { FamilyName } from './family-names.ts'
import { TEXTS } from './texts.ts'
import type { Family } from './use-family.ts'

type Props = { readonly family: Family; readonly onChoose: (name: FamilyName) => void }

const lastDigits = ({ insuranceNumber }: FamilyName): string => insuranceNumber.slice(-3)

/** The people of one household on one phone: whose turn it is, and taking a name off again. */
export const FamilySwitch = ({ family, onChoose }: Props): ReactNode => {
  const text = useTexts(TEXTS)
  const [asked, setAsked] = useState<FamilyName | null>(null)
  const remove = useAction(async (name: FamilyName) => {
    await family.remove(name)
    setAsked(null)
  })
  if (family.names.length === 0) return null
  return (
    <section aria-labelledby="family-title">
      <h2 id="family-title">{text('family-title')}</h2>
      <FailureNotice failure={remove.failure} />
      <ul className="family">
        {family.names.map((name) => (
          <li key={name.id} className="family-name">
            <Button kind="second" onClick={() => onChoose(name)}>
              {text('family-choose', { name: name.fullName, digits: lastDigits(name) })}
            </Button>
            <Button kind="plain" onClick={() => setAsked(name)}>
              {text('family-remove')} <span className="visually-hidden">{name.fullName}</span>
            </Button>
          </li>
        ))}
      </ul>
      <h2>{text('family-other')}</h2>
      <ConfirmDialog
        open={asked !== null}
        title={text('family-remove-title', { name: asked?.fullName ?? '' })}
        confirmLabel={text('family-remove')}
        cancelLabel={text('family-keep')}
        busy={remove.busy}
        onConfirm={() => void (asked === null ? undefined : remove.run(asked))}
        onCancel={() => setAsked(null)}
      >
        <p>{text('family-remove-text')}</p>
      </ConfirmDialog>
    </section>
  )
}
