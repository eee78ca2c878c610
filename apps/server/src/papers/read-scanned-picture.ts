import { readScannedPictureRoute } from '@an-sinh/contract'
import { readQrInThread } from '../documents/index.ts'
import { addRoute, type Server } from '../platform/add-route.ts'
import { Refusal } from '../platform/refusal.ts'

const MOST_BYTES = 512 * 1024

/** The camera's eyes for a browser that reads no codes by itself. What the code says is decided where it is used; nobody is looked up here. */
export function readScannedPicture(server: Server): void {
  addRoute(
    server,
    readScannedPictureRoute,
    async ({ body }) => {
      const picture: unknown = body
      if (!(picture instanceof Uint8Array) || picture.length === 0) throw new Refusal('bad-request')
      return { text: await readQrInThread({ picture }) }
    },
    { bodyLimitBytes: MOST_BYTES },
  )
}
