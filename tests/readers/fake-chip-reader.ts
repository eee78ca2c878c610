import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { Duplex } from 'node:stream'

const PORT = 43_211
const PROTOCOL = 'ansinh-reader-1'
/** RFC 6455 §1.3. */
const HANDSHAKE = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
const TEXT_FRAME = 0x81
const SHORT_MOST = 125
const MEDIUM_MOST = 0xff_ff

/** An invented person: number range 099. */
const CARD = '099194000019|012345678|Nguyễn Thị Thử Nghiệm|05031994|Nữ|Số 1 phố Mẫu, phường Mẫu, Hà Nội|10052021'

/** One unmasked text frame, RFC 6455 §5.2. */
function toFrame(text: string): Buffer {
  const payload = Buffer.from(text, 'utf8')
  if (payload.length <= SHORT_MOST) return Buffer.concat([Buffer.from([TEXT_FRAME, payload.length]), payload])
  if (payload.length > MEDIUM_MOST) throw new RangeError('the fake reader sends short messages only')
  const head = Buffer.from([TEXT_FRAME, SHORT_MOST + 1, 0, 0])
  head.writeUInt16BE(payload.length, 2)
  return Buffer.concat([head, payload])
}

export type FakeReader = { readonly lay: (card?: object) => void; readonly stop: () => Promise<void> }

const accept = (socket: Duplex, key: string): void => {
  const proof = createHash('sha1').update(`${key}${HANDSHAKE}`).digest('base64')
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${proof}\r\nSec-WebSocket-Protocol: ${PROTOCOL}\r\n\r\n`,
  )
}

/** A reader that speaks the protocol of docs/chip-reader.md to pages of one origin and to no other. */
export async function startFakeReader(origin: string): Promise<FakeReader> {
  const pages = new Set<Duplex>()
  const server: Server = createServer((_request, response) => response.writeHead(426).end())
  server.on('upgrade', (request, socket) => {
    const key = request.headers['sec-websocket-key']
    if (request.headers.origin !== origin || key === undefined) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
      return
    }
    accept(socket, key)
    pages.add(socket)
    socket.on('close', () => pages.delete(socket))
    socket.on('error', () => pages.delete(socket))
    socket.resume()
  })
  await new Promise<void>((resolve) => server.listen(PORT, '127.0.0.1', resolve))
  return {
    lay: (card = { event: 'card', fields: CARD }) => {
      for (const page of pages) page.write(toFrame(JSON.stringify(card)))
    },
    stop: async () => {
      for (const page of pages) page.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

if (process.argv[1] === import.meta.filename) {
  const reader = await startFakeReader(process.argv[2] ?? 'http://localhost:3001')
  process.stdin.on('data', () => reader.lay())
}
