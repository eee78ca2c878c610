import type { WaitingRegistration } from '@an-sinh/contract'
import { CommandButton, Notice, Tag } from '@an-sinh/ui'
import { useEffect, useRef } from 'react'
import { StateLabel } from '../shared/case-labels.tsx'
import { formatCivilDate } from '../shared/format-instant.ts'
import { useKeys } from '../shared/keyboard.ts'
import { walkInMessages } from './walk-in-messages.ts'
import type { Found } from './walk-in-requests.ts'

const Facts = ({ item }: { readonly item: WaitingRegistration }) => {
  const say = walkInMessages.useSay()
  return (
    <span className="waiting-facts">
      {item.bornOn === null ? null : <span>{say('born', { date: formatCivilDate(item.bornOn) })}</span>}
      <span>{item.fileNumber}</span>
      <StateLabel state={item.state} />
      {item.dueOn === null ? null : <span>{say('due', { date: formatCivilDate(item.dueOn) })}</span>}
      {item.elsewhere ? <Tag tone="warn">{say('elsewhere', { office: item.officeName })}</Tag> : null}
    </span>
  )
}

/** Who it may be. The first one has the focus, so that Enter opens it; the others have their number for a key. */
export const WaitingList = ({ found, onOpen }: { readonly found: Found; readonly onOpen: (registrationId: string) => void }) => {
  const say = walkInMessages.useSay()
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => first.current?.focus(), [])
  useKeys(Object.fromEntries(found.items.map((item, at) => [String(at + 1), () => onOpen(item.registrationId)])))
  if (found.items.length === 0) {
    return (
      <Notice kind="warning" live title={say('none')}>
        <p>{say('noneNext')}</p>
      </Notice>
    )
  }
  return (
    <section aria-labelledby="waiting-title">
      <h2 id="waiting-title">{say('results')}</h2>
      <ul className="waiting-list">
        {found.items.map((item, at) => (
          <li key={item.registrationId}>
            <CommandButton
              {...(at === 0 ? { ref: first } : {})}
              {...(at < 9 ? { keyHint: String(at + 1) } : {})}
              onPress={() => onOpen(item.registrationId)}
            >
              {item.fullName}
            </CommandButton>
            <Facts item={item} />
          </li>
        ))}
      </ul>
      {found.more ? <p>{say('more')}</p> : null}
    </section>
  )
}
