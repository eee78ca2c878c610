import type { Me } from '@an-sinh/contract'
import type { QueryClient } from '@tanstack/react-query'

/** Signed in: nothing of whoever was signed in before stays on the screen. */
export const rememberMe = (queryClient: QueryClient, me: Me): void => {
  queryClient.removeQueries({ queryKey: ['me'] })
  queryClient.setQueryData(['me'], me)
}
