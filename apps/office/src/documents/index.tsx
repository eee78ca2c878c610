export { PhotoPanel } from './photo-panel.tsx'
