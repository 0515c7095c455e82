/** Pixels: enough for the squares around two discs to hardly touch, wherever the one stands from the other. */
const gap = 9

/** Pixels: what stands nearer to a marker than this cannot be touched apart. */
const reach = 46

/**
 * Which places stand under one marker: three or more within reach of one of them, the weightiest, would push each other out of
 * the city. Two find room side by side.
 */
export function gathered(places: readonly { x: number; y: number; weight: number }[]): number[][] {
  const groups: number[][] = []
  const heaviest = places
    .map((_, index) => index)
    .sort((a, b) => places[b]!.weight - places[a]!.weight || a - b)
  for (const index of heaviest) {
    const { x, y } = places[index]!
    const near = groups.find(([first]) => Math.hypot(places[first!]!.x - x, places[first!]!.y - y) < reach)
    if (near) near.push(index)
    else groups.push([index])
  }
  return groups.flatMap((group) => (group.length < 3 ? group.map((index) => [index]) : [group]))
}

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
