export const PLATFORMS = ['android', 'samsung', 'ios', 'desktop'] as const
export type Platform = (typeof PLATFORMS)[number]

/** Which guide to open first, by what the browser says of itself; a wrong guess costs one press. */
export const guessPlatform = ({ userAgent, maxTouchPoints }: Pick<Navigator, 'userAgent' | 'maxTouchPoints'>): Platform => {
  if (/SamsungBrowser/u.test(userAgent)) return 'samsung'
  if (/Android/u.test(userAgent)) return 'android'
  // An iPad calls itself a Mac; no Mac has a touch screen.
  if (/iPhone|iPad|iPod/u.test(userAgent) || (/Macintosh/u.test(userAgent) && maxTouchPoints > 1)) return 'ios'
  return 'desktop'
}
