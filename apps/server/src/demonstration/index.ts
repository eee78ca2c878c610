export type { DemoApp, OpenDemoApp } from './demo-app.ts'
export { formatDemoSignIns } from './format-demo-sign-ins.ts'
export { type DemoOptions, seedDemo } from './seed-demo.ts'
export { type RegistrationOptions, seedRegistrations } from './seed-registrations.ts'
