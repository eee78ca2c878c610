import type { Staff } from '@an-sinh/contract'
import { Notice } from '@an-sinh/ui'
import { createContext, use } from 'react'
import { sharedMessages } from './shared-messages.ts'

/** Who is signed in, for what a screen offers; what is allowed the server decides. */
export const RoleContext = createContext<Staff['role'] | null>(null)

/** The province reads the cases of its offices; taking in and deciding is the desk's that holds them. */
export const useOnlyReads = (): boolean => use(RoleContext) === 'province'

/** In the place of what this role may not do: why, and who does it. */
export const OnlyReadsNotice = () => {
  const say = sharedMessages.useSay()
  return (
    <Notice title={say('onlyReads')}>
      <p>{say('onlyReadsNext')}</p>
    </Notice>
  )
}
