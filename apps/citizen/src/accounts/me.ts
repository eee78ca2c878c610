import type { Me } from '@an-sinh/contract'
import type { QueryClient } from '@tanstack/react-query'
import { showProfile } from '../shared/profile/profile.ts'

/** The card goes onto the phone with the sign-in, so that it opens without a network from now on. Nothing waits for it. */
const takeCard = async (queryClient: QueryClient, me: Me): Promise<void> => {
  try {
    const { fetchOwnCard, openOwnStore, setUnlocked } = await import('../shared/offline-cards/index.ts')
    setUnlocked(true)
    await openOwnStore(me)
    // What waited here for this person to sign in goes now.
    window.dispatchEvent(new Event('signed-in'))
    await queryClient.query({ queryKey: ['me', 'health-card'], queryFn: async () => fetchOwnCard(queryClient) })
  } catch {
    // The home page asks again.
  }
}

/** Signed in: nothing of whoever was signed in before stays on the screen. */
export const rememberMe = (queryClient: QueryClient, me: Me): void => {
  showProfile(null)
  queryClient.removeQueries({ queryKey: ['me'] })
  queryClient.setQueryData(['me'], me)
  void takeCard(queryClient, me)
}
