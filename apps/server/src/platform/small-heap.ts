import { PerformanceObserver } from 'node:perf_hooks'
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'

/**
 * For processes that read files of any size: rows come and go by the million, and V8 would let hundreds of megabytes of dead ones lie before
 * it looks, the more the larger the machine. Here it looks when three fifths have been added to what was alive (docs/decisions/0024).
 */
export function preferSmallHeap(): void {
  setFlagsFromString('--heap-growing-percent=60')
}

const GROWS = '--semi-space-growth-factor=2'
const STAYS = '--semi-space-growth-factor=1'
/** Both halves together. */
const YOUNG_BYTES = 8 * 1_048_576

const youngBytes = (): number => getHeapSpaceStatistics().find((space) => space.space_name === 'new_space')?.physical_space_size ?? 0

/**
 * For the server: V8 doubles the space of the young up to 128 MB while the features and the lists are read in, and never gives it back. Here it
 * stays at its smallest for the first `growAfterMs`, and grows to some 16 MB by need after that. (`--max-semi-space-size` does not hold when set
 * by the program.) What is old is looked at when three fifths have been added to what was alive.
 */
export function boundYoungSpace(growAfterMs = 30_000): void {
  setFlagsFromString(STAYS)
  setFlagsFromString('--heap-growing-percent=60')
  setTimeout(() => {
    setFlagsFromString(GROWS)
    // Looked at after each collection: four of them, within a tenth of a second, would make it sixteen times as large.
    const collections = new PerformanceObserver(() => {
      if (youngBytes() < YOUNG_BYTES) return
      setFlagsFromString(STAYS)
      collections.disconnect()
    })
    collections.observe({ entryTypes: ['gc'] })
  }, growAfterMs).unref()
}
