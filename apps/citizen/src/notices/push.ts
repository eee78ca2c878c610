import { call } from '../shared/api/call.ts'

/** `blocked`: the person once said no, only the browser's own settings change that. `unable`: no push here (an iPhone before installing). */
export type PushState = 'unable' | 'blocked' | 'off' | 'on'

const findRegistration = async (): Promise<ServiceWorkerRegistration | undefined> =>
  'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window
    ? navigator.serviceWorker.getRegistration()
    : undefined

export const readPushState = async (): Promise<PushState> => {
  const registration = await findRegistration()
  if (registration === undefined) return 'unable'
  if (Notification.permission === 'denied') return 'blocked'
  const subscription = await registration.pushManager.getSubscription().catch(() => null)
  return subscription === null || Notification.permission !== 'granted' ? 'off' : 'on'
}

const keep = async ({ endpoint }: PushSubscription): Promise<string> =>
  (await call('POST /api/me/push-subscriptions', { body: { endpoint } })).subscriptionId

/** Asks the browser, which asks the person; then the server learns where to ring. `key`: the server's public key. */
export const turnPushOn = async (key: string): Promise<PushState> => {
  const registration = await findRegistration()
  if (registration === undefined) return 'unable'
  if ((await Notification.requestPermission()) !== 'granted') return readPushState()
  const subscription = await registration.pushManager
    .subscribe({ userVisibleOnly: true, applicationServerKey: key })
    // No push service behind this browser, or none that can be reached.
    .catch(() => null)
  if (subscription === null) return 'unable'
  try {
    await keep(subscription)
  } catch (error) {
    await subscription.unsubscribe()
    throw error
  }
  return 'on'
}

export const turnPushOff = async (): Promise<PushState> => {
  const subscription = await (await findRegistration())?.pushManager.getSubscription()
  if (subscription === null || subscription === undefined) return readPushState()
  await call('DELETE /api/me/push-subscriptions/:subscriptionId', { params: { subscriptionId: await keep(subscription) } })
  await subscription.unsubscribe()
  return readPushState()
}
