/// <reference types="vite/client" />
import '@an-sinh/ui/styles.css'
import './app/app.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { reloadForNewBuild } from './app/reload-for-new-build.ts'
import { resumeUnsent } from './app/resume-unsent.ts'
import { keepInstallOffer } from './shared/device/install-offer.ts'
import { registerServiceWorker } from './app/register-service-worker.ts'

const place = document.getElementById('app')
if (place !== null) createRoot(place).render(<App />)

keepInstallOffer()
reloadForNewBuild()
registerServiceWorker()
resumeUnsent()
