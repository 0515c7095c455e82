import { Icon } from '@/components/ui/icon'

export function SearchForm({ action, label, button }: { action: string; label: string; button: string }) {
  return (
    <form
      action={action}
      role="search"
      className="ground-paper flex w-full min-w-0 max-w-[36rem] grow basis-full rounded-control sm:flex-1"
    >
      <label htmlFor="chercher" className="sr-only">
        {label}
      </label>
      <input
        id="chercher"
        type="search"
        name="q"
        maxLength={120}
        placeholder={label}
        className="min-h-13 w-full min-w-0 rounded-s-control border border-e-0 border-control bg-paper px-4 text-body text-ink placeholder:text-muted"
      />
      <button className="inline-flex min-h-13 shrink-0 items-center gap-2 rounded-e-control border border-action bg-action px-4 font-bold text-on-action hover:bg-action-hover">
        <Icon name="search" />
        <span className="sr-only sm:not-sr-only">{button}</span>
      </button>
    </form>
  )
}
