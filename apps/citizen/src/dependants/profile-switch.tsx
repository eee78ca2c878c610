import { useTexts } from '@an-sinh/ui'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { HELD_CARDS_KEY, refreshChildCards, toProfile, useHeldCards } from '../shared/offline-cards/index.ts'
import { type Profile, showProfile, useProfile } from '../shared/profile/profile.ts'
import { TEXTS } from './texts.ts'
import { useRepresentations } from './use-dependants.ts'

/** Whom one may see today: as the register says, or without a network the children whose cards lie here. */
const useProfiles = (): readonly Profile[] => {
  const queryClient = useQueryClient()
  const { data } = useRepresentations()
  const held = useHeldCards().data?.cards ?? []
  useEffect(() => {
    if (data === undefined) return
    const children = data.represented.filter(({ kind, state, areas }) => kind === 'child' && state === 'standing' && areas.includes('card'))
    void refreshChildCards(queryClient, children)
      .then(async () => queryClient.invalidateQueries({ queryKey: HELD_CARDS_KEY }))
      // Another time: nothing waits for it.
      .catch(() => undefined)
  }, [data, queryClient])
  return data === undefined ? held.flatMap((one) => toProfile(one) ?? []) : data.represented.filter(({ state }) => state === 'standing')
}

/** On the home page: oneself and everybody one may see, by name; nothing where there is nobody. */
export const ProfileSwitch = (): ReactNode => {
  const text = useTexts(TEXTS)
  const shown = useProfile()
  const profiles = useProfiles()
  if (profiles.length === 0) return null
  const choices = [
    { id: null, name: text('switch-own'), profile: null },
    ...profiles.map((profile) => ({ id: profile.representationId, name: profile.fullName, profile })),
  ]
  return (
    <section aria-labelledby="profile-switch" className="profile-switch">
      <h2 id="profile-switch">{text('switch-title')}</h2>
      <div className="button-row">
        {choices.map(({ id, name, profile }) => (
          <button
            key={id}
            type="button"
            className="button button-second"
            aria-pressed={id === (shown?.representationId ?? null)}
            onClick={() => showProfile(profile)}
          >
            {name}
          </button>
        ))}
      </div>
    </section>
  )
}
