import type { Locale } from '../../tenants/tenant'
import type { Theme } from '../../tenants/theme'

type Family = {
  name: string
  /** Package and start of the file name; static families have one file for each weight. */
  from: string
  weights: 'variable' | readonly number[]
  fallback: 'Arial' | 'Georgia'
  /** What makes the fallback take the same room: size, ascent and descent, in percent, for text and for titles. */
  text: readonly [number, number, number]
  title: readonly [number, number, number]
}

const families = {
  publicSans: {
    name: 'Public Sans',
    from: '@fontsource-variable/public-sans',
    weights: 'variable',
    fallback: 'Arial',
    text: [104.9, 90.6, 21.5],
    title: [99.9, 95.1, 22.5],
  },
  sourceSans: {
    name: 'Source Sans 3',
    from: '@fontsource-variable/source-sans-3',
    weights: 'variable',
    fallback: 'Arial',
    text: [93.8, 109.2, 42.7],
    title: [92.3, 110.9, 43.3],
  },
  sourceSerif: {
    name: 'Source Serif 4',
    from: '@fontsource-variable/source-serif-4',
    weights: 'variable',
    fallback: 'Georgia',
    text: [107.4, 96.4, 31.2],
    title: [95.3, 108.7, 35.2],
  },
  atkinson: {
    name: 'Atkinson Hyperlegible Next',
    from: '@fontsource-variable/atkinson-hyperlegible-next',
    weights: 'variable',
    fallback: 'Arial',
    text: [99.4, 95.6, 29.2],
    title: [100.2, 94.8, 28.9],
  },
  inter: {
    name: 'Inter',
    from: '@fontsource-variable/inter',
    weights: 'variable',
    fallback: 'Arial',
    text: [107.1, 90.4, 22.5],
    title: [102.5, 94.5, 23.5],
  },
  fraunces: {
    name: 'Fraunces',
    from: '@fontsource-variable/fraunces',
    weights: 'variable',
    fallback: 'Georgia',
    text: [105.2, 93, 24.2],
    title: [96.4, 101.4, 26.4],
  },
  plex: {
    name: 'IBM Plex Sans',
    from: '@fontsource/ibm-plex-sans',
    weights: [400, 700],
    fallback: 'Arial',
    text: [101.2, 101.3, 27.2],
    title: [98.5, 104, 27.9],
  },
  bricolage: {
    name: 'Bricolage Grotesque',
    from: '@fontsource-variable/bricolage-grotesque',
    weights: 'variable',
    fallback: 'Arial',
    text: [105.4, 88.2, 25.6],
    title: [101.9, 91.3, 26.5],
  },
  montserrat: {
    name: 'Montserrat',
    from: '@fontsource-variable/montserrat',
    weights: 'variable',
    fallback: 'Arial',
    text: [112.8, 85.8, 22.2],
    title: [110.4, 87.7, 22.7],
  },
} as const satisfies Record<string, Family>

const pairs: Record<Theme['fonts'], { title: Family; text: Family }> = {
  'public-sans': { title: families.publicSans, text: families.publicSans },
  source: { title: families.sourceSerif, text: families.sourceSans },
  atkinson: { title: families.atkinson, text: families.atkinson },
  'inter-fraunces': { title: families.fraunces, text: families.inter },
  plex: { title: families.plex, text: families.plex },
  'bricolage-inter': { title: families.bricolage, text: families.inter },
  'montserrat-source': { title: families.montserrat, text: families.sourceSans },
}

const ranges = {
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  'latin-ext':
    'U+0100-0130,U+0132-0151,U+0154-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  arabic:
    'U+0600-06FF,U+0750-077F,U+0870-088E,U+08A0-08FF,U+200C-200E,U+2010-2011,U+204F,U+2E41,U+FB50-FDFF,U+FE70-FEFC',
} as const

const arabicFamily = {
  name: 'IBM Plex Sans Arabic',
  from: '@fontsource/ibm-plex-sans-arabic',
  weights: [400, 700],
} as const

/** The faces of the pair a city chose, in the scripts of its languages, and the two stacks that name them. */
export function fontCss(fonts: Theme['fonts'], languages: readonly Locale[]) {
  const { title, text } = pairs[fonts]
  const arabic = languages.includes('ar')
  const chosen = [...new Set([text, title])]
  const faces = [
    ...chosen.flatMap((family) => [...facesOf(family, 'latin'), ...facesOf(family, 'latin-ext')]),
    ...(arabic ? facesOf(arabicFamily, 'arabic') : []),
    standIn('Parvis Text', text.fallback, text.text),
    standIn('Parvis Title', title.fallback, title.title),
  ]
  const stack = (family: Family, standInName: string) =>
    [family.name, ...(arabic ? [arabicFamily.name] : []), standInName].map((name) => `"${name}"`).join(',') +
    (family.fallback === 'Georgia' ? ',Georgia,serif' : ',system-ui,sans-serif')
  return { faces: faces.join('\n'), title: stack(title, 'Parvis Title'), text: stack(text, 'Parvis Text') }
}

function facesOf(
  { name, from, weights }: Pick<Family, 'name' | 'from' | 'weights'>,
  subset: keyof typeof ranges,
) {
  const list = weights === 'variable' ? (['400 700'] as const) : weights
  return list.map((weight) => {
    const file = fileName(from, subset, weight === '400 700' ? 'wght' : weight)
    return `@font-face{font-family:"${name}";font-style:normal;font-weight:${weight};font-display:swap;src:url(/fonts/${file}) format("woff2");unicode-range:${ranges[subset]}}`
  })
}

function standIn(name: string, local: string, [size, ascent, descent]: Family['text']) {
  return `@font-face{font-family:"${name}";src:local("${local}");size-adjust:${size}%;ascent-override:${ascent}%;descent-override:${descent}%;line-gap-override:0%}`
}

const fileName = (from: string, subset: string, weight: string | number) =>
  `${from.split('/')[1]}-${subset}-${weight}-normal.woff2`

/** Every file that a theme may name, and where it lies in the packages. Nothing else is served from there. */
export const fontFiles: ReadonlyMap<string, string> = new Map(
  [...Object.values<Pick<Family, 'from' | 'weights'>>(families), arabicFamily].flatMap(({ from, weights }) =>
    (from === arabicFamily.from ? ['arabic'] : ['latin', 'latin-ext']).flatMap((subset) =>
      (weights === 'variable' ? ['wght'] : weights).map((weight) => {
        const file = fileName(from, subset, weight)
        return [file, `${from}/files/${file}`] as const
      }),
    ),
  ),
)
