import { getFormatter } from 'next-intl/server'
import { boxLook } from './checkbox'

export type FilterChoice = { value: string; label: string; count: number | undefined; chosen: boolean }

/** Choices of one kind, each with how many it would show. */
export async function FilterGroup({
  form,
  name,
  legend,
  choices,
}: {
  form: string
  name: string
  legend: string
  choices: FilterChoice[]
}) {
  const format = await getFormatter()
  return (
    <fieldset className="border-t border-line py-4">
      <legend className="float-start mb-1 w-full font-bold first-letter:uppercase">{legend}</legend>
      <div className="clear-both max-h-80 overflow-y-auto lg:max-h-72">
        {choices.map(({ value, label, count, chosen }) => (
          <label key={value} className="flex min-h-11 items-center gap-3 py-1 text-base leading-snug">
            <input
              form={form}
              type="checkbox"
              name={name}
              value={value}
              defaultChecked={chosen}
              className={boxLook}
            />
            <span className="flex-1">{label}</span>
            {count !== undefined && (
              <span className="tabular pe-1 text-sm text-muted">{format.number(count)}</span>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
