export { ClosuresPage } from './closures-page.tsx'
