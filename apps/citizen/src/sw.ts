/// <reference lib="webworker" />
import { createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { freshOrKept } from './shared/fresh-or-kept.ts'

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: { readonly url: string; readonly revision: string | null }[] }

/** Public look-up data, the same for everybody: the only answers of the API that are kept. */
const LOOK_UP = /^\/api\/(?:settings|provinces|wards|old-provinces|old-districts|old-wards|offices|help-articles|status)$/u
const CACHE = 'look-up-1'

precacheAndRoute([...self.__WB_MANIFEST])

// Every page is the same shell, also without a network; the API is never answered by it.
registerRoute(new NavigationRoute(createHandlerBoundToURL('index.html'), { denylist: [/^\/api\//u, /^\/hop-thu/u] }))

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && LOOK_UP.test(url.pathname),
  async ({ request }) => freshOrKept(request, await caches.open(CACHE), async (asked) => fetch(asked)),
)

// A new version waits until the person says so: no page changes under a half-filled form.
self.addEventListener('message', (event) => {
  if (event.data === 'take-over') void self.skipWaiting()
})

/** A push carries nothing: the words are these, for everybody. What it is about stands behind the sign-in. */
const RING = { vi: 'Bạn có thông báo mới', en: 'You have a new message' }
const INBOX = '/ca-nhan/tin-nhan'

self.addEventListener('push', (event) => {
  const words = navigator.language.startsWith('vi') || !navigator.language.startsWith('en') ? RING.vi : RING.en
  event.waitUntil(self.registration.showNotification('An Sinh', { body: words, tag: 'notices', icon: '/icon-192.png' }))
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const open = async (): Promise<void> => {
    const [shown] = await self.clients.matchAll({ type: 'window' })
    // A page that is open may hold a half-filled form: it is shown, not led away.
    await (shown === undefined ? self.clients.openWindow(INBOX) : shown.focus())
  }
  event.waitUntil(open())
})
