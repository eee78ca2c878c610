type Kept = {
  readonly match: (request: Request) => Promise<Response | undefined>
  readonly put: (request: Request, response: Response) => Promise<void>
}

const FIRST_SERVER_FAILURE = 500

/** The answer of now, kept for later; what was kept when there is no network, or when the server, or a proxy before it, has failed. */
export const freshOrKept = async (request: Request, cache: Kept, ask: (request: Request) => Promise<Response>): Promise<Response> => {
  const fresh = await ask(request).catch((error: unknown) => ({ error }))
  if (fresh instanceof Response && fresh.ok) await cache.put(request, fresh.clone())
  if (fresh instanceof Response && fresh.status < FIRST_SERVER_FAILURE) return fresh
  const kept = await cache.match(request)
  if (kept !== undefined) return kept
  if (fresh instanceof Response) return fresh
  throw fresh.error
}
