export { CardPage } from './card-page.tsx'
export { CardPanel } from './card-panel.tsx'
