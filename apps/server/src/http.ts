import { boundYoungSpace } from './platform/small-heap.ts'

// Before the features are loaded: reading them is what would make the young space large for good.
boundYoungSpace()
const { serveHttp } = await import('./serve-http.ts')

/** The HTTP entry. */
await serveHttp()
