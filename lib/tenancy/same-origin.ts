/**
 * Whether a request that changes something comes from a page of this very host. A sibling city is the same *site* to a
 * browser, so only the exact origin counts; a browser that sends none must say that it is the same origin.
 */
export function comesFrom(origin: string, sent: Pick<Headers, 'get'>): boolean {
  const claimed = sent.get('origin')
  return claimed === null ? sent.get('sec-fetch-site') === 'same-origin' : claimed === origin
}
