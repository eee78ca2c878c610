/** Chromium's event; not in the type library because other browsers lack it. */
type InstallOffer = Event & { readonly prompt: () => Promise<unknown> }

let offer: InstallOffer | null = null
const listeners = new Set<() => void>()

const tell = (next: InstallOffer | null): void => {
  offer = next
  for (const listener of listeners) listener()
}

/** Keeps the browser's offer to install, whichever page is open when it comes. */
export const keepInstallOffer = (): void => {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    tell(event as InstallOffer)
  })
  window.addEventListener('appinstalled', () => tell(null))
}

export const watchInstallOffer = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const hasInstallOffer = (): boolean => offer !== null

/** Opens the browser's own question. An offer can be taken up once. */
export const takeInstallOffer = (): void => {
  void offer?.prompt()
  tell(null)
}

export const isInstalled = (): boolean => window.matchMedia('(display-mode: standalone)').matches
