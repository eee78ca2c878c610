let lastInputAt = Date.now()

/** Listens for keys, pointers and touches; returns how to stop. */
export function watchActivity(target: EventTarget): () => void {
  const note = (): void => {
    lastInputAt = Date.now()
  }
  for (const kind of ['keydown', 'pointerdown', 'wheel']) target.addEventListener(kind, note, { passive: true, capture: true })
  return () => {
    for (const kind of ['keydown', 'pointerdown', 'wheel']) target.removeEventListener(kind, note, { capture: true })
  }
}

/**
 * Was anybody here within so many milliseconds? Refreshing by itself goes on only then: otherwise an empty desk would keep its session
 * and its locks for ever.
 */
export const isSomebodyHere = (withinMs = 180_000): boolean => Date.now() - lastInputAt < withinMs
