/** This browser is rung no more; the push service tells the server at the next ring. For signing out: the phone may be somebody else's tomorrow. */
export const stopPush = async (): Promise<void> => {
  if (!('serviceWorker' in navigator) || !('PushManager' in window)) return
  const registration = await navigator.serviceWorker.getRegistration()
  const subscription = await registration?.pushManager.getSubscription()
  await subscription?.unsubscribe()
}
