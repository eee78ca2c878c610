import type { Staff } from '@an-sinh/contract'
import { Waiting } from '@an-sinh/ui'
import { createRootRouteWithContext, Outlet, useRouterState } from '@tanstack/react-router'
import { Suspense, useCallback } from 'react'
import { useChipCards } from '../shared/chip-reader.ts'
import { keepScannedCard, type ScannedCard } from '../shared/scanned-card.ts'
import { sharedMessages } from '../shared/shared-messages.ts'
import type { SignedInUser } from '../staff/index.tsx'
import { CrashPage } from './crash-page.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { Shell } from './shell.tsx'
import { useGo } from './use-go.ts'

export type RouterContext = { readonly staff: Staff; readonly onSignedIn: (user: SignedInUser) => void; readonly onSignOut: () => void }

const Root = () => {
  const { staff, onSignedIn, onSignOut } = rootRoute.useRouteContext()
  const say = sharedMessages.useSay()
  const { toCase, toCover, toRequest, toWaiting } = useGo()
  const at = useRouterState({ select: (state) => state.location.pathname })
  const takeCard = useCallback(
    (card: ScannedCard): void => {
      // Beside an open case, or into a form that is being filled in, a card is laid; everywhere else its holder is looked for.
      if (at.startsWith('/ho-so/') || at === '/tai-quay/lap-ho-so') keepScannedCard(card)
      else toWaiting(card)
    },
    [at, toWaiting],
  )
  useChipCards(takeCard)
  return (
    <Shell
      staff={staff}
      onSignedIn={onSignedIn}
      onSignOut={onSignOut}
      onOpenCase={toCase}
      onOpenRequest={toRequest}
      onCard={takeCard}
      onCover={toCover}
      onWaiting={() => toWaiting(null)}
    >
      <Suspense fallback={<Waiting label={say('loading')} />}>
        <Outlet />
      </Suspense>
    </Shell>
  )
}

/** What stands around every screen of a desk. */
export const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: Root,
  notFoundComponent: NotFoundPage,
  errorComponent: CrashPage,
})
