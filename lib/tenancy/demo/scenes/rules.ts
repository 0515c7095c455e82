import type { DemoIdea } from '../../../../tenants/demo'
import { chance } from '../rules'

type Colours = { sky: string; far: string; near: string; ground: string; mark: string; light: string }
export type Scene = NonNullable<DemoIdea['image']>['scene']

const [width, height] = [1200, 750]

/** A quiet drawing in the city's colours, always the same for the same words. */
export function sceneOf(scene: Scene, words: string, colours: Colours): string {
  const drawn = { trees, street, water }[scene]((what, least, most) => {
    return least + (most - least) * chance(`${words} ${what}`)
  }, colours)
  const sun = `<circle cx="${260 + 680 * chance(words)}" cy="210" r="74" fill="${colours.mark}"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${colours.sky}"/>${sun}${drawn}</svg>`
}

type Draw = (what: string, least: number, most: number) => number

function trees(draw: Draw, { far, near, ground, light }: Colours): string {
  const row = (name: string, count: number, foot: number, fill: string) =>
    Array.from({ length: count }, (_, place) => {
      const x = ((place + 0.5) * width) / count + draw(`${name} x ${place}`, -30, 30)
      const size = draw(`${name} size ${place}`, 62, 104)
      return `<rect x="${x - 7}" y="${foot - size * 1.5}" width="14" height="${size * 1.5}" fill="${ground}"/><ellipse cx="${x}" cy="${foot - size * 1.9}" rx="${size * 0.8}" ry="${size}" fill="${fill}"/>`
    }).join('')
  const bench = (x: number) =>
    `<path d="M${x} 640h150v14h-150zM${x + 14} 654v40M${x + 136} 654v40M${x} 606h150" stroke="${light}" stroke-width="12" fill="${light}"/>`
  return `${hills(draw, far)}${row('far', 8, 560, far)}<rect y="540" width="100%" height="210" fill="${ground}"/>${row('near', 5, 600, near)}${bench(260)}${bench(760)}`
}

function street(draw: Draw, { far, near, ground, mark, light }: Colours): string {
  const houses = Array.from({ length: 8 }, (_, place) => {
    const [x, tall] = [place * 152 - 8, draw(`house ${place}`, 230, 400)]
    const windows = Array.from({ length: Math.floor(tall / 84) * 3 }, (_, pane) => {
      const [column, line] = [pane % 3, Math.floor(pane / 3)]
      return `<rect x="${x + 22 + column * 40}" y="${592 - tall + line * 78}" width="22" height="40" fill="${light}"/>`
    })
    return `<rect x="${x}" y="${566 - tall}" width="148" height="${tall}" fill="${place % 2 ? near : far}"/>${windows.join('')}`
  })
  const dashes = `<path d="M0 690H1200" stroke="${light}" stroke-width="10" stroke-dasharray="64 48"/>`
  const path = `<rect y="590" width="100%" height="44" fill="${mark}"/>`
  return `${houses.join('')}<rect y="560" width="100%" height="190" fill="${ground}"/>${path}${dashes}`
}

function water(draw: Draw, { far, near, ground, light }: Colours): string {
  const waves = Array.from({ length: 9 }, (_, place) => {
    const [x, y] = [draw(`wave x ${place}`, 40, 1040), 500 + place * 26]
    return `<path d="M${x} ${y}h${draw(`wave ${place}`, 60, 190)}" stroke="${light}" stroke-width="7" stroke-linecap="round"/>`
  })
  const boat = (x: number, y: number) =>
    `<path d="M${x} ${y}h130l-26 38h-78z" fill="${ground}"/><path d="M${x + 60} ${y - 12}v-120l64 108z" fill="${light}"/>`
  return `${hills(draw, far)}<rect y="450" width="100%" height="300" fill="${near}"/>${waves.join('')}${boat(draw('boat', 180, 420), 520)}${boat(draw('other boat', 640, 940), 590)}`
}

function hills(draw: Draw, fill: string): string {
  const tops = [0, 1, 2, 3, 4].map(
    (place) => `${place * 300 - 150},${draw(`hill ${place}`, 250, 400)} ${place * 300},450`,
  )
  return `<path d="M-300 470 Q${tops.join(' Q')} V470z" fill="${fill}"/>`
}
