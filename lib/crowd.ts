/** So many requests within a second are a crowd: what can wait lets it go first. */
const many = 100
const second = 1000

let [begun, asked, askedBefore] = [0, 0, 0]

/** Somebody asks for what a crowd may ask for at once. */
export function noteAsked(now = performance.now()): void {
  turnTo(now)
  asked++
}

export function isCrowded(now = performance.now()): boolean {
  turnTo(now)
  return Math.max(asked, askedBefore) >= many
}

function turnTo(now: number): void {
  if (now - begun < second) return
  askedBefore = now - begun < 2 * second ? asked : 0
  ;[begun, asked] = [now, 0]
}
