import type { Server } from '../platform/add-route.ts'
import type { Platform } from '../platform/platform.ts'
import { changePassword } from './change-password.ts'
import { disavowDevice, type OnDisavowed } from './disavow-device.ts'
import { endDevice } from './end-device.ts'
import { listOwnDevices } from './list-devices.ts'

/** Where a person is signed in, signing out from afar, and changing the password. */
export function registerDevices(server: Server, platform: Platform, onDisavowed: OnDisavowed): void {
  for (const register of [listOwnDevices, endDevice, changePassword]) register(server, platform)
  disavowDevice(server, platform, onDisavowed)
}
