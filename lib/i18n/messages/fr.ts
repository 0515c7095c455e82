import help from './fr/help.json'
import removals from './fr/removals.json'
import announcements from './fr/announcements.json'
import means from './fr/means.json'
import departure from './fr/departure.json'
import agirOrganisations from './fr/agir-organisations.json'
import agirBridge from './fr/agir-bridge.json'
import agirFigures from './fr/agir-figures.json'
import agirInitiatives from './fr/agir-initiatives.json'
import agirList from './fr/agir-list.json'
import agirAnnouncing from './fr/agir-announcing.json'
import agirCompanions from './fr/agir-companions.json'
import agirCalls from './fr/agir-calls.json'
import agirVolunteers from './fr/agir-volunteers.json'
import agirMessages from './fr/agir-messages.json'
import agirNews from './fr/agir-news.json'
import agirWaiting from './fr/agir-waiting.json'
import agirPictures from './fr/agir-pictures.json'
import agirMembers from './fr/agir-members.json'
import agirProofs from './fr/agir-proofs.json'
import agirDay from './fr/agir-day.json'
import agirHours from './fr/agir-hours.json'
import agirCertificates from './fr/agir-certificates.json'
import agirStanding from './fr/agir-standing.json'
import agirFeedback from './fr/agir-feedback.json'
import site from './fr/site.json'
import ways from './fr/ways.json'
import words from './fr/words.json'
import languages from './fr/languages.json'
import hosts from './fr/hosts.json'
import home from './fr/home.json'
import ui from './fr/ui.json'
import errors from './fr/errors.json'
import ideas from './fr/ideas.json'
import stages from './fr/stages.json'
import deposit from './fr/deposit.json'
import author from './fr/author.json'
import certification from './fr/certification.json'
import engagements from './fr/engagements.json'
import examination from './fr/examination.json'
import moderation from './fr/moderation.json'
import comments from './fr/comments.json'
import consultations from './fr/consultations.json'
import supports from './fr/supports.json'
import signIn from './fr/signIn.json'
import account from './fr/account.json'
import rules from './fr/rules.json'
import letters from './fr/letters.json'
import notifications from './fr/notifications.json'
import post from './fr/post.json'
import life from './fr/life.json'
import privacy from './fr/privacy.json'
import status from './fr/status.json'
import pages from './fr/pages.json'
import paper from './fr/paper.json'
import roles from './fr/roles.json'
import figures from './fr/figures.json'
import reports from './fr/reports.json'
import desk from './fr/desk.json'
import operator from './fr/operator.json'
import look from './fr/look.json'
import legalForm from './fr/legalForm.json'
import readiness from './fr/readiness.json'
import legal from './fr/legal.json'
import settings from './fr/settings.json'
import agirDates from './fr/agir-dates.json'
import agirRegistration from './fr/agir-registration.json'
import agirActivity from './fr/agir-activity.json'
import agirGuests from './fr/agir-guests.json'
import agirHome from './fr/agir-home.json'
import agirWishes from './fr/agir-wishes.json'
import agirSources from './fr/agir-sources.json'
import agirFrame from './fr/agir-frame.json'
import agirFind from './fr/agir-find.json'
import agirRules from './fr/agir-rules.json'
import agirOffer from './fr/agir-offer.json'
import agirOwn from './fr/agir-own.json'
import agirChange from './fr/agir-change.json'
import workshop from './fr/workshop.json'
import unions from './fr/unions.json'
import bans from './fr/bans.json'

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
