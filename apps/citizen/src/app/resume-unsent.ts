/** Drafts and unsent items of an earlier visit: looked after once the page is quiet; then the lists that their forms need. The code for it is loaded only then. */
export const resumeUnsent = (): void => {
  const resume = async (): Promise<void> => {
    const { loadDraft, wakeOutbox } = await import('../shared/outbox/index.ts')
    await loadDraft()
    await wakeOutbox()
    const { warmPlaces } = await import('../shared/warm-places/warm-places.ts')
    await warmPlaces()
  }
  // Without storage there is nothing to look after.
  const quietly = (): void => void resume().catch(() => undefined)
  window.addEventListener('load', () => setTimeout(quietly, 1500), { once: true })
  window.addEventListener('online', quietly)
  window.addEventListener('signed-in', quietly)
}
