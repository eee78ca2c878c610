export { StoryLooksPage } from './story-looks-page.tsx'
export { StoryPage } from './story-page.tsx'
export { SupportDeskPage } from './support-desk-page.tsx'
