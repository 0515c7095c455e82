import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { type MapTerritory, PlaceMap } from '@/components/deposit/place-map'
import { FormInput } from '@/components/forms/form-fields'
import type { Point } from '@/lib/ideas/places/rules'
import { mapWords } from './map-words'
import { WithoutScript, WithScript } from './with-script'

type Field = { territory: MapTerritory; at: Point | null; title: ReactNode }

/** Where exactly, on a map; without a script by its two numbers, so that a point that is known is not lost. */
export async function PointField({ territory, at, title }: Field) {
  const t = await getTranslations('agirOffer.place')
  return (
    <>
      <WithScript>
        <div>
          <p className="mb-1 font-bold">{title}</p>
          <PlaceMap territory={territory} at={at} words={await mapWords()} />
        </div>
      </WithScript>
      <WithoutScript>
        <FormInput
          name="point"
          label={t('coordinates')}
          hint={t('coordinatesHint')}
          optional={t('optional')}
          value={at ? `${at.latitude}, ${at.longitude}` : undefined}
        />
      </WithoutScript>
    </>
  )
}
