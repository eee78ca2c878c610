export { RegisterCopiesPage } from './register-copies-page.tsx'
