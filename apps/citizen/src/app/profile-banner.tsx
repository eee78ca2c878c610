import { Button, useTexts } from '@an-sinh/ui'
import { type ReactNode, useLayoutEffect } from 'react'
import { useLocation } from 'wouter'
import { isOwnPage, showProfile, useProfile } from '../shared/profile/profile.ts'
import { TEXTS } from './texts.ts'

/** Under the head of every page while somebody else's data is shown: whose, and the way back. Announced when it changes. */
export const ProfileBanner = (): ReactNode => {
  const text = useTexts(TEXTS)
  const profile = useProfile()
  const [path, navigate] = useLocation()
  // A page of one's own data alone must not stand under another's name.
  const isOwn = isOwnPage(path)
  useLayoutEffect(() => {
    if (isOwn) showProfile(null)
  }, [isOwn])
  useLayoutEffect(() => {
    document.body.classList.toggle('viewing', profile !== null)
  }, [profile])
  return (
    <section className={profile === null ? undefined : 'viewing-bar'} aria-label={text('viewing-label')}>
      <output>
        {profile === null ? null : (
          <span className="banner-profile">
            <strong>{text('viewing', { name: profile.fullName })}</strong>{' '}
            <Button
              kind="second"
              onClick={() => {
                showProfile(null)
                navigate('/ca-nhan')
              }}
            >
              {text('viewing-own')}
            </Button>
          </span>
        )}
      </output>
    </section>
  )
}
