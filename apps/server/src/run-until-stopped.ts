/**
 * Runs a process until SIGINT, SIGTERM or the end of its parent (ipc channel), then closes in order, 10 s at most.
 * A start that fails says its sentence on stderr and exits 1.
 */
export async function runUntilStopped(start: () => Promise<() => Promise<void>>): Promise<void> {
  let closing = false
  let close: () => Promise<void> = async () => undefined
  const stop = (): void => {
    if (closing) return
    closing = true
    setTimeout(() => process.exit(1), 10_000).unref()
    void close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
  process.on('disconnect', stop)
  try {
    close = await start()
    process.send?.('started')
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  }
}
