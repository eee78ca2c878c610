import { useEffect, useSyncExternalStore } from 'react'
import { lookForLetters, readLetters, watchLetters } from './letter-store.ts'

/** What waits here to be sent by the person who is signed in, kept up to date by what happens in the background. */
export const useLetters = (): ReturnType<typeof readLetters> => {
  useEffect(() => void lookForLetters(), [])
  return useSyncExternalStore(watchLetters, readLetters)
}
