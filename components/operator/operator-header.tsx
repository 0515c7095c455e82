import { SubmitButton } from '@/components/forms/form-fields'
import { ActionForm } from '@/components/forms/action-form'
import { signOut } from '@/lib/operator/sign-in/actions'

type Words = { cities: string; create: string; announcements: string; help: string; signOut: string }

/** The console's own band: nothing of any city in it. */
export function OperatorHeader({
  title,
  email,
  words,
}: {
  title: string
  email: string | null
  words: Words
}) {
  return (
    <header className="bg-deep text-on-deep">
      <div className="mx-auto flex max-w-wide flex-wrap items-center gap-x-6 gap-y-1 px-4 py-2 md:px-6">
        <a
          href="/"
          className="inline-flex min-h-11 items-center font-title text-lg font-bold text-on-deep no-underline hover:text-on-deep hover:underline"
        >
          {title}
        </a>
        {email && (
          <>
            <nav
              aria-label={title}
              className="flex flex-wrap gap-x-5 max-md:order-last max-md:basis-full max-md:border-t max-md:border-on-deep/20"
            >
              <HeaderLink href="/">{words.cities}</HeaderLink>
              <HeaderLink href="/nouvelle">{words.create}</HeaderLink>
              <HeaderLink href="/annonces">{words.announcements}</HeaderLink>
              <HeaderLink href="/assistance">{words.help}</HeaderLink>
            </nav>
            <div className="ms-auto flex flex-wrap items-center gap-x-4">
              <span className="text-base text-on-deep-muted max-md:sr-only">{email}</span>
              <ActionForm action={signOut} words={{ summary: '', line: '', errors: {} }} refusals={{}}>
                <SubmitButton variant="inverse" size="small">
                  {words.signOut}
                </SubmitButton>
              </ActionForm>
            </div>
          </>
        )}
      </div>
    </header>
  )
}

function HeaderLink({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} className="inline-flex min-h-11 items-center text-on-deep hover:text-on-deep-muted">
      {children}
    </a>
  )
}
