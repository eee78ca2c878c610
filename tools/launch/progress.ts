const began = performance.now()

/** One line of what is happening, with the seconds since the start. */
export function tell(line: string): void {
  console.log(`[${((performance.now() - began) / 1000).toFixed(1).padStart(5)} s] ${line}`)
}

/** Runs a step and says that it began; a step that takes long says every 10 s that it still runs, and in the end how long it took. */
export async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const from = performance.now()
  tell(`${name} …`)
  const seconds = () => ((performance.now() - from) / 1000).toFixed(1)
  const beat = setInterval(() => tell(`${name}: vẫn đang chạy / still running (${seconds()} s)`), 10_000)
  try {
    const result = await work()
    if (performance.now() - from > 1000) tell(`${name}: xong / done (${seconds()} s)`)
    return result
  } finally {
    clearInterval(beat)
  }
}
