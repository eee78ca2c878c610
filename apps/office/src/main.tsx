import { installReactAriaStrings } from './shared/install-react-aria-strings.ts'

// Before the first component is loaded: the library reads its words once.
installReactAriaStrings()

const { startApp } = await import('./app/start-app.tsx')
startApp(document.getElementById('root'))
