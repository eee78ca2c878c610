/// <reference types="vite/client" />
let waiting: ServiceWorker | null = null
const listeners = new Set<() => void>()

const offer = (worker: ServiceWorker | null): void => {
  waiting = worker
  for (const listener of listeners) listener()
}

const watchForUpdate = (registration: ServiceWorkerRegistration): void => {
  if (registration.waiting !== null && navigator.serviceWorker.controller !== null) offer(registration.waiting)
  registration.addEventListener('updatefound', () => {
    const { installing } = registration
    installing?.addEventListener('statechange', () => {
      // Without a controller this is the first visit, not an update.
      if (installing.state === 'installed' && navigator.serviceWorker.controller !== null) offer(installing)
    })
  })
}

/** After the first page is there, so that the shell for offline use does not compete with it for a slow line. */
export const registerServiceWorker = (): void => {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const register = async (): Promise<void> => {
    try {
      watchForUpdate(await navigator.serviceWorker.register('/sw.js'))
    } catch {
      // A browser that refuses (private window) shows the app without its offline shell.
    }
  }
  if (document.readyState === 'complete') void register()
  else window.addEventListener('load', () => void register(), { once: true })
}

export const readUpdate = (): boolean => waiting !== null

export const watchUpdate = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Lets the new version take over and loads it. What was typed is on the disk already. */
export const takeUpdate = (): void => {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's port has no origin to name
  waiting?.postMessage('take-over')
}
