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
