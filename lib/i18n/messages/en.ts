import help from './en/help.json'
import removals from './en/removals.json'
import announcements from './en/announcements.json'
import means from './en/means.json'
import departure from './en/departure.json'
import agirOrganisations from './en/agir-organisations.json'
import agirBridge from './en/agir-bridge.json'
import agirFigures from './en/agir-figures.json'
import agirInitiatives from './en/agir-initiatives.json'
import agirList from './en/agir-list.json'
import agirAnnouncing from './en/agir-announcing.json'
import agirCompanions from './en/agir-companions.json'
import agirCalls from './en/agir-calls.json'
import agirVolunteers from './en/agir-volunteers.json'
import agirMessages from './en/agir-messages.json'
import agirNews from './en/agir-news.json'
import agirWaiting from './en/agir-waiting.json'
import agirPictures from './en/agir-pictures.json'
import agirMembers from './en/agir-members.json'
import agirProofs from './en/agir-proofs.json'
import agirDay from './en/agir-day.json'
import agirHours from './en/agir-hours.json'
import agirCertificates from './en/agir-certificates.json'
import agirStanding from './en/agir-standing.json'
import agirFeedback from './en/agir-feedback.json'
import site from './en/site.json'
import ways from './en/ways.json'
import words from './en/words.json'
import languages from './en/languages.json'
import hosts from './en/hosts.json'
import home from './en/home.json'
import ui from './en/ui.json'
import errors from './en/errors.json'
import ideas from './en/ideas.json'
import stages from './en/stages.json'
import deposit from './en/deposit.json'
import author from './en/author.json'
import certification from './en/certification.json'
import engagements from './en/engagements.json'
import examination from './en/examination.json'
import moderation from './en/moderation.json'
import comments from './en/comments.json'
import consultations from './en/consultations.json'
import supports from './en/supports.json'
import signIn from './en/signIn.json'
import account from './en/account.json'
import rules from './en/rules.json'
import letters from './en/letters.json'
import notifications from './en/notifications.json'
import post from './en/post.json'
import life from './en/life.json'
import privacy from './en/privacy.json'
import status from './en/status.json'
import pages from './en/pages.json'
import paper from './en/paper.json'
import roles from './en/roles.json'
import figures from './en/figures.json'
import reports from './en/reports.json'
import desk from './en/desk.json'
import operator from './en/operator.json'
import look from './en/look.json'
import legalForm from './en/legalForm.json'
import readiness from './en/readiness.json'
import legal from './en/legal.json'
import settings from './en/settings.json'
import agirDates from './en/agir-dates.json'
import agirRegistration from './en/agir-registration.json'
import agirActivity from './en/agir-activity.json'
import agirGuests from './en/agir-guests.json'
import agirHome from './en/agir-home.json'
import agirWishes from './en/agir-wishes.json'
import agirSources from './en/agir-sources.json'
import agirFrame from './en/agir-frame.json'
import agirFind from './en/agir-find.json'
import agirRules from './en/agir-rules.json'
import agirOffer from './en/agir-offer.json'
import agirOwn from './en/agir-own.json'
import agirChange from './en/agir-change.json'
import workshop from './en/workshop.json'
import unions from './en/unions.json'
import bans from './en/bans.json'

/** Every sentence of the product in this language, one file for each part of it. */
export default {
  help,
  removals,
  announcements,
  means,
  departure,
  agirOrganisations,
  agirBridge,
  agirFigures,
  agirInitiatives,
  agirList,
  agirAnnouncing,
  agirCompanions,
  agirCalls,
  agirVolunteers,
  agirMessages,
  agirNews,
  agirPictures,
  agirWaiting,
  agirMembers,
  agirProofs,
  agirFeedback,
  agirStanding,
  agirCertificates,
  agirHours,
  agirDay,
  site,
  ways,
  words,
  languages,
  hosts,
  home,
  ui,
  errors,
  ideas,
  stages,
  deposit,
  author,
  certification,
  engagements,
  examination,
  moderation,
  comments,
  consultations,
  supports,
  signIn,
  account,
  rules,
  letters,
  notifications,
  post,
  life,
  privacy,
  status,
  pages,
  paper,
  roles,
  figures,
  reports,
  desk,
  operator,
  look,
  legalForm,
  readiness,
  legal,
  settings,
  agirDates,
  agirActivity,
  agirGuests,
  agirHome,
  agirFind,
  agirFrame,
  agirSources,
  agirWishes,
  agirRules,
  agirOffer,
  agirOwn,
  agirChange,
  agirRegistration,
  workshop,
  unions,
  bans,
}
