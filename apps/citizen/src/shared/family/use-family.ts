import type { Me } from '@an-sinh/contract'
import { useEffect, useState } from 'react'
import type { FamilyName } from './family-names.ts'

export type Family = {
  readonly names: readonly FamilyName[]
  /** Whether one more can be remembered. */
  readonly hasRoom: boolean
  readonly remember: (me: Me) => Promise<void>
  readonly remove: (name: FamilyName) => Promise<void>
}

const NOBODY = { names: [], hasRoom: false } as const
/** Until the list is read: as on most phones, so that the page does not move when it has been. */
const UNREAD = { names: [], hasRoom: 'indexedDB' in globalThis } as const

const open = async () => import('./family-names.ts')

const read = async (): Promise<Pick<Family, 'names' | 'hasRoom'>> => {
  const { listFamilyNames, MOST_NAMES } = await open()
  const names = await listFamilyNames()
  return { names, hasRoom: names.length < MOST_NAMES }
}

/** Who agreed to be named on this device; nobody where the browser keeps nothing. */
export const useFamily = (): Family => {
  const [state, setState] = useState<Pick<Family, 'names' | 'hasRoom'>>(UNREAD)
  useEffect(() => {
    let isShown = true
    const show = async (): Promise<void> => {
      const found = await read().catch(() => NOBODY)
      if (isShown) setState(found)
    }
    void show()
    return () => {
      isShown = false
    }
  }, [])
  return {
    ...state,
    remember: async (me) => {
      // Without storage (a private window) there is no list; the person is signed in all the same.
      await open()
        .then(async ({ rememberFamilyName }) => rememberFamilyName(me))
        .catch(() => false)
    },
    remove: async (name) => {
      const { removeFamilyName } = await open()
      await removeFamilyName(name)
      setState(await read())
    },
  }
}
