import { stopInvitationsByMailRoute, stopInvitationsRoute } from '@an-sinh/contract'
import { parseFirstPassword } from '@an-sinh/domain'
import { addRoute, type Server } from '../platform/add-route.ts'
import { meetDevice } from '../platform/known-device.ts'
import type { Platform } from '../platform/platform.ts'
import { insertStop } from './invitation-queries.ts'
import { hashStopCode } from './lay-invitations.ts'

const FORMS = ['application/x-www-form-urlencoded', 'multipart/form-data']
const MOST_BYTES = 1024

const stop = async (platform: Platform, typed: string): Promise<void> => {
  const code = parseFirstPassword(typed)
  if (code !== null) await insertStop(platform.sql, hashStopCode(platform, code))
}

/** "Không nhận nữa": the code that came with an invitation is enough. Whether it is known is not told. */
export function stopInvitations(server: Server, platform: Platform): void {
  addRoute(server, stopInvitationsRoute, async ({ body, request, reply }) => {
    const { deviceId } = meetDevice(platform.keyring, request, reply, 'nobody')
    // The same 44 bits, counted apart.
    await platform.limits.consume('contact-objection', `invitation/${deviceId}`)
    await stop(platform, body.code)
    return undefined
  })
  // Mail programs send a form with one fixed word; nowhere else is a form taken.
  void server.fastify.register((fastify, _options, done) => {
    fastify.addContentTypeParser(FORMS, { parseAs: 'buffer', bodyLimit: MOST_BYTES }, (_request, _body, parsed) => parsed(null, undefined))
    addRoute({ ...server, fastify }, stopInvitationsByMailRoute, async ({ params, request }) => {
      await platform.limits.consume('mailed-stop', request.ip)
      await stop(platform, params.code)
      return undefined
    })
    done()
  })
}
