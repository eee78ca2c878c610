export { BulkFormsPage } from './bulk-forms-page.tsx'
