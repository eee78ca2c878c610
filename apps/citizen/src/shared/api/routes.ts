import type * as contract from '@an-sinh/contract'
import type { AnswerOf, BodyOf, ParamsOf, QueryOf, Route } from '@an-sinh/contract'

/**
 * Every route of the contract, as types only: no schema reaches the phone. What leaves the server was cut to the schema there,
 * so the answer is trusted here.
 */
type Contract = typeof contract
type Routes = Extract<Contract[Extract<keyof Contract, `${string}Route`>], Route>

type Part<R extends Route, Has extends string, Value> = R extends Readonly<Record<Has, unknown>> ? Value : unknown

/** What a call of the route needs: path values, query and body, as far as the contract asks for them. */
type RequestFor<R extends Route> = Part<R, 'params', { readonly params: ParamsOf<R> }> &
  Part<R, 'query', { readonly query: QueryOf<R> }> &
  Part<R, 'body', { readonly body: BodyOf<R> }> &
  Part<R, 'takes', { readonly bytes: ArrayBuffer }> & {
    readonly headers?: Readonly<Record<string, string>>
    readonly signal?: AbortSignal
  }

type Requests = { readonly [R in Routes as `${R['method']} ${R['url']}`]: RequestFor<R> }
type Answers = { readonly [R in Routes as `${R['method']} ${R['url']}`]: AnswerOf<R> }

/** Method and address of a route, as one text: `GET /api/wards`. */
export type RouteName = keyof Requests
export type RequestTo<Name extends RouteName> = Requests[Name]
export type AnswerTo<Name extends RouteName> = Answers[Name]
