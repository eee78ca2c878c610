const KEY = 'read-announcements'
const MOST = 30

/** What was read and hidden on this device, update by update: it says nothing about a person. */
export const readDismissed = (): readonly string[] => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one): one is string => typeof one === 'string') : []
  } catch {
    return []
  }
}

export const dismiss = (key: string): readonly string[] => {
  const next = [...readDismissed().filter((one) => one !== key), key].slice(-MOST)
  try {
    localStorage.setItem(KEY, JSON.stringify(next))
  } catch {
    // It is shown again at the next visit.
  }
  return next
}
