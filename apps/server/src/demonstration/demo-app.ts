import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'

/** The whole product in this process, both hosts, its clock moved: how registrations of last week come about today. */
export type DemoApp = { server: Server; platform: Platform; close: () => Promise<void> }

/** `clockOffset`: an interval, `-9 days`; `0` for now. Made by the entry, which alone knows all features. */
export type OpenDemoApp = (clockOffset: string) => Promise<DemoApp>

/** Works in an app of that time and closes it in any case. */
export async function withDemoApp<T>(openApp: OpenDemoApp, clockOffset: string, work: (app: DemoApp) => Promise<T>): Promise<T> {
  const app = await openApp(clockOffset)
  try {
    return await work(app)
  } finally {
    await app.close()
  }
}
