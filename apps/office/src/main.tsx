import { installReactAriaStrings } from './shared/install-react-aria-strings.ts'

// Before the first component is loaded: the library reads its words once.
installReactAriaStrings()

// The library puts a style sheet into the page unless one of this name is there; our security policy allows no inline styles, and
// shell.css holds the same rule.
const pressableStyle = document.createElement('meta')
pressableStyle.id = 'react-aria-pressable-style'
document.head.append(pressableStyle)

const { startApp } = await import('./app/start-app.tsx')
startApp(document.getElementById('root'))
