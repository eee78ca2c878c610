export { formatDemoSignIns } from './format-demo-sign-ins.ts'
export { type DemoOptions, seedDemo } from './seed-demo.ts'
