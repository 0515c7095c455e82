/** What `app.count_supports` says of one request. */
export type CountedRow = {
  verdict: string
  needs: string | null
  counted: boolean
  supportCount: number | null
  threshold: number | null
  reached: boolean
  retryAfter: number | null
}

/** What `app.register` says of one request: its place among them, counted from one. */
export type SeatedRow = { place: number; verdict: string; registration: string | null; state: string | null }
