import { Button, useTexts } from '@an-sinh/ui'
import { Component, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { Failure } from '../shared/api/failure.ts'
import { FailureNotice } from '../shared/page/failure-notice.tsx'
import { Page } from '../shared/page/page.tsx'
import { TEXTS } from './texts.ts'

type Props = { readonly children: ReactNode; readonly place: string }
type State = { readonly crash: unknown; readonly place: string }

/** Catches what a page throws, a part that could not be loaded among it; the next address starts afresh. */
class Guard extends Component<Props, State> {
  override state: State = { crash: null, place: this.props.place }

  static getDerivedStateFromError(crash: unknown): Partial<State> {
    return { crash }
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.place === state.place ? null : { crash: null, place: props.place }
  }

  override render(): ReactNode {
    return this.state.crash === null ? this.props.children : <CrashPage crash={this.state.crash} />
  }
}

/** A part of the app that did not arrive is the network's fault, not a bug. */
const isMissingPart = (crash: unknown): boolean => crash instanceof TypeError && /import|module|fetch/iu.test(crash.message)

const CrashPage = ({ crash }: { readonly crash: unknown }): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <Page title={text('crash-title')}>
      <FailureNotice failure={isMissingPart(crash) ? new Failure('offline') : crash} />
      <Button onClick={() => location.reload()}>{text('crash-reload')}</Button>
    </Page>
  )
}

export const CrashGuard = ({ children }: { readonly children: ReactNode }): ReactNode => {
  const [place] = useLocation()
  return <Guard place={place}>{children}</Guard>
}
