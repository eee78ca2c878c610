import { createApp } from './app.ts'
import type { OpenDemoApp } from './demonstration/index.ts'
import { openPlatform } from './platform/platform.ts'
import type { Settings } from './platform/settings.ts'

/** The whole product in this process with its clock moved, for the demonstration, which may not know the page that puts features together. */
export function openDemoApp(settings: Settings): OpenDemoApp {
  return async (clockOffset) => {
    // A past in which nobody was looked at twice: the seeding clerk works alone.
    const alone = { ...settings, secondChecks: { percent: 0, forSignals: false } }
    const platform = await openPlatform(alone, { name: 'demo', works: false, clockOffset })
    const server = await createApp(platform, 'both')
    await server.fastify.ready()
    const close = async (): Promise<void> => {
      await server.fastify.close()
      await platform.close()
    }
    return { server, platform, close }
  }
}
