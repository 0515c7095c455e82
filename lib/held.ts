/** Whether whoever asks again holds what has this tag; a proxy that compressed it calls the tag weak (RFC 9110, 13.1.2). */
export function isHeld(etag: string, asked: string | null | undefined): boolean {
  const held = asked?.split(',').map((one) => one.trim().replace(/^W\//, '')) ?? []
  return held.includes(etag) || held.includes('*')
}
