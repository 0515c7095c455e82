'use client'

import { useEffect, useRef, useState } from 'react'
import { SubmitButton } from '@/components/forms/form-fields'
import { useFilled } from '@/components/forms/form-state'
import { FieldError, wiring } from '@/components/ui/field'
import { Swatch } from '@/components/ui/swatch'

type Words = Record<'brand' | 'accent' | 'hint' | 'sample' | 'button' | 'passes' | 'fails' | 'take', string>
/** The two colours are judged on white, whatever the reader's own screen is set to. */
const byDay = { '--paper': '#ffffff', '--ink': '#16202c', '--line': '#dbe0e6' }
type Colours = { brand: string; accent: string }

/** Two colours, and how the city's first screen looks in them while one chooses. The server has the last word on contrast. */
export function ColourPair({ words, ...given }: Colours & { words: Words }) {
  const brand = useFilled('brand', given.brand).value!
  const accent = useFilled('accent', given.accent).value!
  return <Chosen key={`${brand} ${accent}`} brand={brand} accent={accent} words={words} />
}

function Chosen({ words, ...given }: Colours & { words: Words }) {
  const [colours, setColours] = useState(given)
  const preview = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const look = { ...byDay, '--action': colours.brand, '--accent': colours.accent }
    for (const [name, value] of Object.entries(look)) preview.current?.style.setProperty(name, value)
  }, [colours])
  return (
    <div className="grid items-start gap-8 md:grid-cols-2">
      <div className="space-y-6">
        {(['brand', 'accent'] as const).map((name) => (
          <Colour
            key={name}
            name={name}
            label={words[name]}
            take={words.take}
            value={colours[name]}
            onChange={(value) => setColours((before) => ({ ...before, [name]: value }))}
            said={`${ratioOnWhite(colours[name]).toFixed(1)} : 1 · ${ratioOnWhite(colours[name]) >= 4.5 ? words.passes : words.fails}`}
          />
        ))}
        <p className="text-base text-muted">{words.hint}</p>
      </div>
      <div
        ref={preview}
        className="overflow-hidden rounded-card border border-line bg-paper text-ink"
        aria-hidden="true"
      >
        <div className="h-3 bg-action" />
        <div className="space-y-4 p-5">
          <p className="font-title text-xl font-bold">{words.sample}</p>
          <p className="h-2 w-3/4 rounded-full bg-action" />
          <span className="inline-flex min-h-11 items-center rounded-control bg-action px-5 font-bold text-paper">
            {words.button}
          </span>
        </div>
        <div className="h-1.5 bg-accent" />
      </div>
    </div>
  )
}

type Field = {
  name: string
  label: string
  take: string
  value: string
  said: string
  onChange: (value: string) => void
}

function Colour({ name, label, take, value, said, onChange }: Field) {
  const { error, named } = useFilled(name)
  return (
    <div>
      <label htmlFor={name} className="mb-1 block font-bold">
        {label}
      </label>
      <FieldError id={name}>{error}</FieldError>
      {named && (
        <p className="mb-3">
          <SubmitButton
            variant="secondary"
            name="take"
            value={`${name}:${named}`}
            icon={<Swatch colour={named} />}
          >
            {take.replace('{colour}', named)}
          </SubmitButton>
        </p>
      )}
      <div className="flex items-center gap-3">
        <input
          {...wiring(name, undefined, error)}
          type="color"
          name={name}
          value={value}
          onChange={(typed) => onChange(typed.target.value)}
          className="h-11 w-16 rounded-control border border-control bg-paper p-1"
        />
        <output htmlFor={name} className="tabular text-base">
          {value} · {said}
        </output>
      </div>
    </div>
  )
}

/** WCAG 2.2: how far a colour is from white. */
function ratioOnWhite(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}
