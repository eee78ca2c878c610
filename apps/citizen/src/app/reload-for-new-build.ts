const KEY = 'reloaded-at'
const PAUSE_MS = 60_000

/** Remembers the reload, so that a part that is missing for good does not reload the page for ever. */
const mayReload = (): boolean => {
  try {
    const last = Number(sessionStorage.getItem(KEY) ?? 0)
    sessionStorage.setItem(KEY, String(Date.now()))
    return Date.now() - last > PAUSE_MS
  } catch {
    return false
  }
}

/**
 * A part of the app asked for after a new build was laid out is gone from the server: the page is loaded again, once, with the new parts.
 * What was typed is on the disk. Without a network nothing is reloaded: the page says what is wrong.
 */
export const reloadForNewBuild = (): void =>
  window.addEventListener('vite:preloadError', () => {
    if (navigator.onLine && mayReload()) location.reload()
  })
