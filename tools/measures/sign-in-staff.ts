import { ApiClient } from './api-client.ts'
import type { RunningSystem } from './running-system.ts'

const LINE = /^\s*(\S+)\s+(\S+)\s+mã\/TOTP (\d{6})/u

export type StaffSignIn = { userName: string; password: string; totp: string }

/** A demo sign-in as the product prints it, with the code of this half minute. */
export async function findStaffSignIn(system: RunningSystem, userName: string): Promise<StaffSignIn> {
  for (const line of (await system.signIns()).split('\n')) {
    const [, name, password, totp] = LINE.exec(line) ?? []
    if (name === userName && password !== undefined && totp !== undefined) return { userName, password, totp }
  }
  throw new Error(`the demo sign-ins name no ${userName}`)
}

/** A clerk at the office app, both factors proved. Each code counts once: one sign-in per user and half minute. */
export async function signInStaff(system: RunningSystem, userName: string): Promise<ApiClient> {
  const client = new ApiClient(system.officeUrl)
  const { password, totp } = await findStaffSignIn(system, userName)
  await client.must('POST', '/api/staff/sessions', { userName, password })
  await client.must('POST', '/api/staff/sessions/second-factor', { code: totp })
  return client
}

/** The same for an officer of an employer: a whole user name, or what stands before the @ of the demo employer's officer. */
export async function signInOfficer(system: RunningSystem, name: string): Promise<ApiClient> {
  const client = new ApiClient(system.officeUrl)
  const wanted = name.includes('@') ? name : `${name}@`
  const line = (await system.signIns()).split('\n').find((one) => one.trim().startsWith(wanted))
  const [, userName, password, totp] = LINE.exec(line ?? '') ?? []
  if (userName === undefined) throw new Error(`the demo sign-ins name no ${wanted}`)
  await client.must('POST', '/api/staff/sessions', { userName, password })
  await client.must('POST', '/api/employer/sessions/second-factor', { code: totp })
  return client
}
