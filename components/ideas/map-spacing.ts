/** Pixels: enough for the squares around two discs to hardly touch, wherever the one stands from the other. */
const gap = 9

type Disc = { x: number; y: number; size: number }

/**
 * Moves discs apart until none covers another, each as little as it can: a finger must be able to take every one of them.
 * Pixels in, pixels out; where there is no room left they stay as they are after `rounds`.
 */
export function spaced(discs: readonly Disc[], rounds = 80): Disc[] {
  const placed = discs.map((disc) => ({ ...disc }))
  for (let round = 0; round < rounds; round += 1) {
    let hasMoved = false
    placed.forEach((one, index) => {
      for (const other of placed.slice(index + 1)) hasMoved = pushApart(one, other) || hasMoved
    })
    if (!hasMoved) break
  }
  return placed
}

function pushApart(one: Disc, other: Disc): boolean {
  const [across, down] = [other.x - one.x, other.y - one.y]
  const apart = Math.hypot(across, down)
  const missing = (one.size + other.size) / 2 + gap - apart
  if (missing <= 0.5) return false
  // Two discs at the very same place part to the left and to the right.
  const [towardsX, towardsY] = apart > 0 ? [across / apart, down / apart] : [1, 0]
  one.x -= (towardsX * missing) / 2
  one.y -= (towardsY * missing) / 2
  other.x += (towardsX * missing) / 2
  other.y += (towardsY * missing) / 2
  return true
}
