import { parsePhone } from '@an-sinh/domain'
import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { requireSafeGateway } from './open-gateways.ts'
import { type InboxMessage, listInboxMessages } from './outbox-queries.ts'

const SHOWN = 100

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escape = (text: string): string => text.replace(/[&<>"']/gu, (sign) => ESCAPES[sign] ?? sign)

const clock = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

const nationalOf = (recipient: string): string => recipient.replace(/^\+84/u, '0')

const showMessage = ({ channel, recipient, subject, body, receivedAt }: InboxMessage & { receivedAt: Date }): string => `
  <li><article>
    <h2>${escape(nationalOf(recipient))}</h2>
    <p class="meta">${channel === 'sms' ? 'Tin nhắn SMS' : 'Thư điện tử'} · <time datetime="${receivedAt.toISOString()}">${clock.format(receivedAt)}</time></p>
    ${subject === null ? '' : `<p><strong>${escape(subject)}</strong></p>`}
    <p class="body">${escape(body)}</p>
  </article></li>`

const showPage = (asked: string, messages: readonly (InboxMessage & { receivedAt: Date })[]): string => `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>Hộp thư dùng thử – An Sinh</title><link rel="stylesheet" href="/hop-thu.css"></head>
<body><main>
<h1>Hộp thư dùng thử</h1>
<p>Bản dùng thử không gửi tin nhắn hay thư thật. Mọi tin nhắn và thư của hệ thống hiện ở đây, mới nhất ở trên.</p>
<form method="get" action="/hop-thu" role="search"><label for="to">Số điện thoại hoặc địa chỉ thư</label>
<div class="row"><input id="to" name="to" type="text" inputmode="tel" autocomplete="off" value="${escape(asked)}"><button>Lọc</button></div>${asked === '' ? '' : '<p><a href="/hop-thu">Xem tất cả</a></p>'}</form>
<p role="status">${messages.length === 0 ? 'Chưa có tin nào.' : messages.length === SHOWN ? `${SHOWN} tin mới nhất.` : `${messages.length} tin.`}</p>
<ol>${messages.map(showMessage).join('')}</ol>
</main></body></html>`

const STYLE = `:root{color-scheme:light}body{margin:0;font:1.0625rem/1.5 system-ui,sans-serif;color:#0b1f33;background:#f3f6fa}
main{max-width:40rem;margin:0 auto;padding:1rem}h1{font-size:1.5rem;margin:.5rem 0}h2{font-size:1.0625rem;margin:0}label{display:block;font-weight:600}
.row{display:flex;gap:.5rem;margin-top:.25rem}input{flex:1;min-width:0;font:inherit;padding:.5rem;border:2px solid #52667a;border-radius:.375rem}
button{font:inherit;font-weight:600;min-height:2.75rem;padding:0 1rem;color:#fff;background:#0b5cad;border:0;border-radius:.375rem}
:focus-visible{outline:3px solid #b25e00;outline-offset:2px}a{color:#0b4f94;display:inline-block;padding:.375rem 0}
ol{list-style:none;margin:0;padding:0}article{background:#fff;border:1px solid #c5d0dc;border-radius:.5rem;padding:.75rem 1rem;margin:0 0 .75rem}
.meta{margin:0;color:#44566a;font-size:.9375rem}.body{white-space:pre-wrap;overflow-wrap:anywhere;margin:.5rem 0 0}`

/** An asked phone in any usual spelling becomes the stored one; anything else is looked for as it is. */
const toRecipient = (asked: string): string | null => {
  if (asked === '') return null
  const phone = parsePhone(asked)
  return phone.ok ? phone.phone : asked
}

/**
 * The development inbox, `/hop-thu`, on the citizen host of a demo database only; elsewhere the address does not exist. Server-rendered, no script.
 * A phone may stand in its URL because every phone in a demo database is invented.
 */
export async function registerMessages(server: Server, platform: Platform): Promise<void> {
  const { demo } = await requireSafeGateway(platform)
  if (!demo || server.surface === 'office') return
  server.fastify.get('/hop-thu.css', { schema: { hide: true } }, (_request, reply) => reply.type('text/css; charset=utf-8').send(STYLE))
  server.fastify.get<{ Querystring: { to?: unknown } }>('/hop-thu', { schema: { hide: true } }, async (request, reply) => {
    const { to } = request.query
    const asked = typeof to === 'string' ? to.trim().slice(0, 200) : ''
    const messages = await listInboxMessages(platform.sql, toRecipient(asked), SHOWN)
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(showPage(asked, messages))
  })
}
