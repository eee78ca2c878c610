export { RolloutPage } from './rollout-page.tsx'
