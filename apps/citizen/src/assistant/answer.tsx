import type { HelpQuestionAnswer } from '@an-sinh/contract'
import { Notice, useTexts } from '@an-sinh/ui'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Hotline } from '../shared/page/hotline.tsx'
import { TEXTS } from './texts.ts'

const Passage = ({ kind, text }: NonNullable<HelpQuestionAnswer['passage']>): ReactNode => {
  if (kind !== 'list' && kind !== 'steps') return <p>{text}</p>
  const items = text.split('\n').map((item) => <li key={item}>{item}</li>)
  return kind === 'steps' ? <ol>{items}</ol> : <ul>{items}</ul>
}

const OwnCases = ({ cases }: { readonly cases: HelpQuestionAnswer['ownCases'] }): ReactNode => {
  const text = useTexts(TEXTS)
  return cases.length === 0 ? null : (
    <section aria-labelledby="own-cases">
      <h2 id="own-cases">{text('own-title')}</h2>
      {cases.map((one) => (
        <Notice key={one.href}>
          <p>{one.text}</p>
          <p>
            <Link href={one.href}>{text('own-open')}</Link>
          </p>
        </Notice>
      ))}
    </section>
  )
}

const HandOver = ({ asked, handOver }: { readonly asked: string; readonly handOver: HelpQuestionAnswer['handOver'] }): ReactNode => {
  const text = useTexts(TEXTS)
  return (
    <section aria-labelledby="hand-over">
      <h2 id="hand-over">{text('hand-over-title')}</h2>
      <Hotline hotline={handOver.hotline} officePhone={handOver.office?.phone} />
      {handOver.office === null ? <p>{text('hand-over-counter')}</p> : <p>{text('hand-over-office', { office: handOver.office.name })}</p>}
      <p>
        <Link href="/ho-tro/phieu/moi" state={{ words: asked }} className="button">
          {text('hand-over-ticket')}
        </Link>
      </p>
      <p>
        <Link href="/ho-tro">{text('hand-over-ways')}</Link>
      </p>
      <p>{text('hand-over-read')}</p>
      <blockquote>{asked}</blockquote>
      <p className="quiet">{text('hand-over-never')}</p>
    </section>
  )
}

const Near = ({ near }: { readonly near: HelpQuestionAnswer['near'] }): ReactNode => {
  const text = useTexts(TEXTS)
  return near.length === 0 ? null : (
    <section aria-labelledby="near">
      <h2 id="near">{text('near-title')}</h2>
      <ul className="link-list">
        {near.map(({ id, title }) => (
          <li key={id}>
            <Link href={`/tro-giup/${id}`}>{title}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What was found, word for word, with where it stands; then whom to turn to. */
export const Answer = ({ asked, answer }: { readonly asked: string; readonly answer: HelpQuestionAnswer }): ReactNode => {
  const text = useTexts(TEXTS)
  const { article, passage } = answer
  if (article === null || passage === null)
    return (
      <>
        <Notice kind="warning" title={text('unknown-title')} live>
          <p>{text('unknown-text')}</p>
        </Notice>
        <HandOver asked={asked} handOver={answer.handOver} />
      </>
    )
  return (
    <>
      <section aria-labelledby="answer">
        <h2 id="answer">{text('answer-title')}</h2>
        <output>
          <blockquote>
            <Passage {...passage} />
          </blockquote>
        </output>
        <p>
          {text('answer-from')} <Link href={`/tro-giup/${article.id}`}>{article.title}</Link>
        </p>
      </section>
      <OwnCases cases={answer.ownCases} />
      <Near near={answer.near} />
      <details>
        <summary>{text('answer-wrong')}</summary>
        <HandOver asked={asked} handOver={answer.handOver} />
      </details>
    </>
  )
}
